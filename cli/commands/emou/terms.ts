import { CliError } from '../../cliError.ts';

/** Parses the `Type.field=FORM` pairs of --form. */
export function transformsOf(forms: readonly string[] | undefined) {
  return forms?.map((form) => {
    const [field, transform] = form.split('=');
    if (field === undefined || transform === undefined) {
      throw new CliError(`--form ${form}: write Type.field=FORM, such as SnapParticipation.certificationEnd=MONTH.`);
    }
    return { field, transform };
  });
}

/** Parses conditions: `WARD+CONSENT` requires both; several values are alternatives. */
export function conditionsOf(conditions: readonly string[] | undefined) {
  return conditions?.map((all) => all.split('+'));
}

/** Collects an option that may be given more than once. */
export function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}
