/*
 * A disk that keeps only what was synced: beside every file whose path begins with SIDEDESK_LYING_DISK it holds a second
 * one, NAME.synced, which changes only when the file is synced. Preloaded into a server; what .synced holds is what a
 * power cut would leave. Shared memory of SQLite (-shm) is no file on a disk and has none.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILES 4096
#define RANGES 65536

struct file {
  int synced; /* descriptor of NAME.synced, 0 for a file of no interest */
  long count;
  struct { off_t at; size_t size; } ranges[RANGES];
};
static struct file *files[FILES];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void opened(int fd, const char *path) {
  const char *watched = getenv("SIDEDESK_LYING_DISK");
  size_t length = strlen(path);
  if (fd < 0 || fd >= FILES || !watched || strncmp(path, watched, strlen(watched))) return;
  if (length > 4 && !strcmp(path + length - 4, "-shm")) return;
  if (length > 7 && !strcmp(path + length - 7, ".synced")) return;
  char name[4096];
  snprintf(name, sizeof name, "%s.synced", path);
  struct file *file = calloc(1, sizeof *file);
  file->synced = REAL(open64)(name, O_RDWR | O_CREAT, 0600);
  pthread_mutex_lock(&turn);
  files[fd] = file;
  pthread_mutex_unlock(&turn);
}

int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
  va_end(more);
  int fd = REAL(open64)(path, flags, mode);
  opened(fd, path);
  return fd;
}

int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
  va_end(more);
  int fd = REAL(open)(path, flags, mode);
  opened(fd, path);
  return fd;
}

int close(int fd) {
  pthread_mutex_lock(&turn);
  if (fd >= 0 && fd < FILES && files[fd]) {
    REAL(close)(files[fd]->synced);
    free(files[fd]);
    files[fd] = NULL;
  }
  pthread_mutex_unlock(&turn);
  return REAL(close)(fd);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
  ssize_t written = REAL(pwrite64)(fd, bytes, size, at);
  if (written > 0 && fd >= 0 && fd < FILES && files[fd]) {
    struct file *file = files[fd];
    if (file->count == RANGES) abort();
    file->ranges[file->count].at = at;
    file->ranges[file->count++].size = written;
  }
  return written;
}

static void sync_up(int fd) {
  static char buffer[1 << 20];
  if (fd < 0 || fd >= FILES || !files[fd]) return;
  struct file *file = files[fd];
  pthread_mutex_lock(&turn);
  for (long n = 0; n < file->count; n++) {
    off_t at = file->ranges[n].at;
    size_t left = file->ranges[n].size;
    while (left > 0) {
      ssize_t some = REAL(pread64)(fd, buffer, left < sizeof buffer ? left : sizeof buffer, at);
      if (some <= 0) break;
      REAL(pwrite64)(file->synced, buffer, some, at);
      at += some;
      left -= some;
    }
  }
  file->count = 0;
  struct stat now;
  if (!fstat(fd, &now)) REAL(ftruncate64)(file->synced, now.st_size);
  pthread_mutex_unlock(&turn);
}

/* Names come and go at once: the worse case, a journal that is still there, SQLite guards against by syncing folders. */
int unlink(const char *path) {
  const char *watched = getenv("SIDEDESK_LYING_DISK");
  if (watched && !strncmp(path, watched, strlen(watched))) {
    char name[4096];
    snprintf(name, sizeof name, "%s.synced", path);
    REAL(unlink)(name);
  }
  return REAL(unlink)(path);
}

int fsync(int fd) {
  sync_up(fd);
  return 0;
}

int fdatasync(int fd) {
  sync_up(fd);
  return 0;
}
