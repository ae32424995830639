import { CliError } from '../../cliError.ts';

/** `Type.field=FORM` pairs, as --form gives them. */
export function transformsOf(forms: readonly string[] | undefined) {
  return forms?.map((form) => {
    const [field, transform] = form.split('=');
    if (field === undefined || transform === undefined) {
      throw new CliError(`--form ${form}: write Type.field=FORM, such as SnapParticipation.certificationEnd=MONTH.`);
    }
    return { field, transform };
  });
}

/** `WARD+CONSENT` asks for both; several are alternatives. */
export function conditionsOf(conditions: readonly string[] | undefined) {
  return conditions?.map((all) => all.split('+'));
}

/** For options that may be given more than once. */
export function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}
