import { Button } from "../components/button.tsx";
import { useQuery } from "../state/query.ts";
import { useSurface } from "../state/surface.tsx";

interface ChoiceProps {
  readonly to: { readonly name: string; readonly email: string | null } | null;
  readonly onBegin: (text: {
    readonly subject: string;
    readonly body: string;
    readonly template: string | null;
  }) => void;
}

/** What a reply can start from: a template of the desk, or an empty page. */
export function TemplateChoice({ onBegin }: ChoiceProps) {
  const { words, desk } = useSurface();
  const templates =
    useQuery(desk.value && { q: "records", desk: desk.value.id, kinds: ["template"] }).value.value ?? [];
  const active = templates.filter(({ fields }) => fields.status !== "retired");
  return (
    <>
      {active.length > 0 && (
        <ul class="choices">
          {active.slice(0, 6).map(({ id, fields }) => (
            <li key={id}>
              <Button
                look="plain"
                onPress={() =>
                  onBegin({
                    subject: String(fields.subject ?? ""),
                    body: String(fields.body ?? ""),
                    template: id,
                  })
                }
              >
                {String(fields.name ?? "")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div class="buttons">
        <Button onPress={() => onBegin({ subject: "", body: "", template: null })}>
          {words.say("reply.empty")}
        </Button>
      </div>
    </>
  );
}
