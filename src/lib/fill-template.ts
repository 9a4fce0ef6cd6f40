const PLACEHOLDER = /\{\{(\w+)\}\}/g;

/** `{{name}}` replaced by `values.name`. A placeholder without a value stays as it is, so that a test can see it. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(PLACEHOLDER, (placeholder, name: string) => values[name] ?? placeholder);
}
