import { nicknames } from '../../names/nicknames.ts';

/** Short forms besides those that clerks write; a person may go by any of them. */
const MORE = `
Patricia Patty Trish
Elizabeth Beth Betty Lisa
Jennifer Jenny
Susan Susie
Margaret Maggie Meg
Deborah Deb
Rebecca Becca
Katherine Kate Katie
Catherine Cate
Samantha Sammy
Christina Chrissy
Victoria Tori
Kimberly Kim
Stephanie Steph
Jacqueline Jackie
Kathleen Kathy
Christine Chris
Sandra Sandy
Angela Angie
Virginia Ginny
James Jimmy Jamie
Robert Rob Bobby
Michael Mick
William Will Billy
Richard Dick Rich
Joseph Joey
Charles Chuck
Christopher Topher
Daniel Danny
Anthony Ant
Edward Eddie Ted
Benjamin Ben
Alexander Xander
Nicholas Nick
Jonathan Jon
Stephen Steve
Ronald Ron
Donald Don
Jeffrey Jeff
Zachary Zach
Nathan Nate
Samuel Sam
Patrick Pat
Raymond Ray
Gregory Greg
Douglas Doug
Lawrence Larry
Loretta Lori
Vanessa Nessa
Latasha Tasha
Alexis Lexi
Isaiah Zay
Xavier Zay
Willie Will
Roosevelt Rosie
Clarence Clay
Isabella Bella
Alejandra Ale
Gabriela Gaby
Daniela Dani
Guadalupe Lupita
Francisco Pancho Frank
José Joe
Juan Johnny
Eduardo Eddie Lalo
Roberto Beto
Ricardo Rick
Manuel Manny
Rafael Rafa
Miguel Mike
Luis Louie
Antonio Tony
Ignacio Nacho
Santiago Santi
Agnieszka Agnes
Katarzyna Kate
Małgorzata Margaret Maggie
Joanna Asia
Magdalena Magda
Aleksandra Ola
Wojciech Wojtek
Tomasz Tom
Stanisław Stanley
Michał Mike
Jakub Kuba
Oleksandr Alex
Volodymyr Walter
Kateryna Katya
Anastasiya Nastya
Sanjay Sam
Vikram Vik
Rajesh Raj
Mohammed Mo
Ibrahim Abe
Ahmad Ed
Reynaldo Rey
Maricel Cel
Ji-woo Jenny
Min-jun Kevin
Ji-hoon James
Sung-min Sam
Hyun-woo Henry
Minh Mike
`;

/** Every short form of a given name. */
export const shortNames: ReadonlyMap<string, readonly string[]> = (() => {
  const all = new Map<string, string[]>([...nicknames].map(([name, short]) => [name, [short]]));
  for (const line of MORE.trim().split('\n')) {
    const [name = '', ...shorts] = line.split(' ');
    all.set(name, [...(all.get(name) ?? []), ...shorts]);
  }
  return all;
})();
