export function listedKinds(): string;
export function listKinds(): boolean;
