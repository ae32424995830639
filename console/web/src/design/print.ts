/**
 * Prints the page under a ticket. The style sheet prints nothing without `data-ticket`, and the ticket's number is on
 * every page. Resolves when the browser has closed its print dialog.
 */
export async function printUnderTicket(ticket: string): Promise<void> {
  const { documentElement: root, body } = document;
  const mark = document.createElement('p');
  mark.className = 'print-ticket';
  mark.textContent = ticket;
  body.append(mark);
  root.dataset.ticket = ticket;
  try {
    await new Promise<void>((resolve) => {
      window.addEventListener('afterprint', () => resolve(), { once: true });
      window.print();
    });
  } finally {
    delete root.dataset.ticket;
    mark.remove();
  }
}
