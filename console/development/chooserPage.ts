import type { DevelopmentUser } from './developmentUser.ts';

export const chooserStyle = `
  body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #f0f0f0; }
  header { background: #162e51; color: #fff; padding: 1rem 1.5rem; }
  header p { margin: 0; color: #dcdee0; }
  h1 { font-size: 1.25rem; margin: 0; }
  main { max-width: 64rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem;
       grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); }
  form { margin: 0; height: 100%; }
  button { width: 100%; height: 100%; text-align: left; font: inherit; color: inherit; cursor: pointer;
           background: #fff; border: 1px solid #a9aeb1; border-radius: .25rem; padding: .75rem 1rem; }
  button:hover { border-color: #005ea2; }
  button:focus-visible { outline: .25rem solid #2491ff; outline-offset: 0; }
  b, small, span { display: block; }
  b { color: #005ea2; }
  small { color: #565c65; }
  h2 { font-size: 1rem; margin: 2rem 0 .75rem; }
`;

/** Page for choosing a user, without a script. */
export function chooserPage(users: readonly DevelopmentUser[], action: string, style: string): string {
  const sections = [...new Set(users.map(({ group }) => group))].map((group) => {
    const members = users.filter((user) => user.group === group);
    return `<h2>${escapeHtml(group)}</h2><ul>${members.map((user) => entry(user, action)).join('')}</ul>`;
  });
  return `<!doctype html>
<html lang="en-US"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Development login - Person 360</title><link rel="stylesheet" href="${escapeHtml(style)}"></head>
<body><header><h1>Development login</h1><p>Synthetic population. Choose a user; there is no password.</p></header>
<main>${sections.join('')}</main></body></html>`;
}

function entry({ subject, name, agency, description }: DevelopmentUser, action: string): string {
  return `<li><form method="post" action="${escapeHtml(action)}"><input type="hidden" name="subject" value="${escapeHtml(subject)}">
<button><b>${escapeHtml(name)}</b><small>${escapeHtml(agency)}</small><span>${escapeHtml(description)}</span></button></form></li>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
