import type { Catalog } from '../i18n/language.tsx';
import type { Problem, StepName } from './checkReceipt.ts';

interface ReceiptTexts {
  readonly receipt: string;
  readonly grounds: string;
  readonly keys: string;
  readonly keysHint: string;
  readonly copy: string;
  readonly copyHint: string;
  readonly check: string;
  readonly verified: string;
  readonly notVerified: string;
  readonly verifiedLong: (index: number, size: number, origin: string) => string;
  readonly copyLong: (size: number) => string;
  readonly noCopy: string;
  readonly passed: string;
  readonly failed: string;
  readonly entryPart: string;
  readonly groundsPart: string;
  readonly proved: string;
  readonly differs: string;
  readonly agrees: string;
  readonly names: string;
  readonly namesOther: string;
  readonly download: string;
  readonly steps: Readonly<Record<StepName, string>>;
  readonly problems: Readonly<Record<Problem, string>>;
}

const en: ReceiptTexts = {
  receipt: 'Receipt',
  grounds: 'Receipt of the list of fields',
  keys: "The log's public key",
  keysHint: 'One key a line. Get it from the people who run the log, not from this page.',
  copy: 'A checkpoint that you kept (you can leave this out)',
  copyHint: 'With it, the check also shows that the log was not replaced since then.',
  check: 'Check',
  verified: 'Verified',
  notVerified: 'Not verified',
  verifiedLong: (index, size, origin) => `This is entry ${index} of the ${size} entries of the log ${origin}.`,
  copyLong: (size) => `Your checkpoint of ${size} entries is of the same log.`,
  noCopy: 'It was not compared with a checkpoint that you kept.',
  passed: 'passed',
  failed: 'failed',
  entryPart: 'The entry',
  groundsPart: 'Its list of fields',
  proved: 'The proved record',
  differs: 'The page above shows something else than the proved record. Report this.',
  agrees: 'The page above agrees with the proved record.',
  names: 'The entry names exactly this list of fields.',
  namesOther: 'The entry names another list of fields.',
  download: 'Save the receipt',
  steps: {
    receipt: 'The text is a receipt',
    key: 'The key is a key of a log',
    signature: 'The checkpoint in the receipt is signed with this key',
    inclusion: 'The entry is in the signed log',
    copy: 'Your checkpoint is of the same log',
  },
  problems: {
    notAReceipt: 'The text is not a receipt, or a part of it is missing.',
    noKey: 'Paste the public key of the log.',
    notAKey: 'A line is not the key of a log, or the key was changed.',
    malformed: 'The checkpoint in the receipt is not in the form of one.',
    unknownKey: 'The checkpoint is not signed with this key.',
    badSignature: 'The signature is wrong: the checkpoint was changed.',
    unsupported: 'This browser cannot check Ed25519 signatures. Use a newer one.',
    notIncluded: 'The entry, its number, or the path was changed: it does not lead to the signed log.',
    copyMalformed: 'The text is not a checkpoint.',
    copyUnknownKey: 'Your checkpoint is not signed with this key.',
    copyBadSignature: 'The signature of your checkpoint is wrong: it was changed.',
    copyOtherLog: 'Your checkpoint is of another log.',
    fork: 'Two different logs of the same size were signed. Report this.',
    noConsistencyProof: 'There is no proof that connects the two checkpoints. Try again.',
    notConsistent: 'The log of the receipt is not a continuation of the log of your checkpoint. Report this.',
  },
};

const es: ReceiptTexts = {
  receipt: 'Comprobante',
  grounds: 'Comprobante de la lista de campos',
  keys: 'La clave pública del registro',
  keysHint: 'Una clave por línea. Pídala a quienes administran el registro, no la tome de esta página.',
  copy: 'Un punto de control que usted guardó (puede dejarlo en blanco)',
  copyHint: 'Con él también se comprueba que el registro no se reemplazó desde entonces.',
  check: 'Comprobar',
  verified: 'Comprobado',
  notVerified: 'No comprobado',
  verifiedLong: (index, size, origin) => `Esta es la entrada ${index} de las ${size} del registro ${origin}.`,
  copyLong: (size) => `Su punto de control de ${size} entradas es del mismo registro.`,
  noCopy: 'No se comparó con un punto de control que usted guardó.',
  passed: 'bien',
  failed: 'falló',
  entryPart: 'La entrada',
  groundsPart: 'Su lista de campos',
  proved: 'El texto comprobado',
  differs: 'La página muestra algo distinto del texto comprobado. Avise de esto.',
  agrees: 'La página coincide con el texto comprobado.',
  names: 'La entrada nombra exactamente esta lista de campos.',
  namesOther: 'La entrada nombra otra lista de campos.',
  download: 'Guardar el comprobante',
  steps: {
    receipt: 'El texto es un comprobante',
    key: 'La clave es de un registro',
    signature: 'El punto de control del comprobante está firmado con esta clave',
    inclusion: 'La entrada está en el registro firmado',
    copy: 'Su punto de control es del mismo registro',
  },
  problems: {
    notAReceipt: 'El texto no es un comprobante, o le falta una parte.',
    noKey: 'Pegue la clave pública del registro.',
    notAKey: 'Una línea no es la clave de un registro, o la clave fue cambiada.',
    malformed: 'El punto de control del comprobante no tiene la forma correcta.',
    unknownKey: 'El punto de control no está firmado con esta clave.',
    badSignature: 'La firma es incorrecta: el punto de control fue cambiado.',
    unsupported: 'Este navegador no puede comprobar firmas Ed25519. Use uno más nuevo.',
    notIncluded: 'La entrada, su número o el camino fueron cambiados: no llevan al registro firmado.',
    copyMalformed: 'El texto no es un punto de control.',
    copyUnknownKey: 'Su punto de control no está firmado con esta clave.',
    copyBadSignature: 'La firma de su punto de control es incorrecta: fue cambiado.',
    copyOtherLog: 'Su punto de control es de otro registro.',
    fork: 'Se firmaron dos registros distintos del mismo tamaño. Avise de esto.',
    noConsistencyProof: 'No hay prueba que una los dos puntos de control. Intente de nuevo.',
    notConsistent: 'El registro del comprobante no continúa el de su punto de control. Avise de esto.',
  },
};

export const receiptText: Catalog<ReceiptTexts> = { en, es };
