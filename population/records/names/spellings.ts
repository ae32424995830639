/** Spellings of one name that all occur, because it is transcribed from another script or simply has several. */
const GROUPS = `
Ahmed Ahmad Ahmet
Muhammad Mohammed Mohamed Muhammed
Khaled Khalid
Youssef Yousef Yusuf Yousif
Hassan Hasan
Hussain Hussein Husain
Mahmoud Mahmud Mahmood
Mariam Maryam Miriam
Layla Leila Laila
Noor Nour Nur
Yasmin Yasmine Jasmin
Samira Sameera
Abdallah Abdullah Abdulla
Suleiman Sulaiman Soliman
Qasim Kassem Qassem
Rahman Rehman
Tarek Tariq Tarik
Karim Kareem
Jamal Jamaal Gamal
Omar Umar
Fatima Fatimah Fatema
Ayesha Aisha Aysha
Chaudhry Chaudhary Choudhry
Siddiqui Siddiqi Siddique
Qureshi Quraishi
Iyer Aiyer
Verma Varma
Sharma Sarma
Desai Dessai
Mehta Metha
Lakshmi Laxmi
Pooja Puja
Shah Sha
Singh Sing
Kumar Kumaar
Bhatt Bhat
Oleksandr Alexander Aleksandr
Andriy Andrii Andrey
Serhiy Sergiy Sergey
Mykola Nikolay
Volodymyr Vladimir
Yuriy Yurii Yuri
Dmytro Dmitry Dmitri
Ihor Igor
Olena Elena
Iryna Irina
Tetyana Tatiana Tetiana
Svitlana Svetlana
Kateryna Katerina
Yuliya Yulia Julia
Mariya Maria
Sofiya Sofia
Anastasiya Anastasia
Nataliya Natalia
Artem Artyom
Bohdan Bogdan
Taras Tarras
Melnyk Melnik
Oliynyk Oliinyk Oleynik
Polishchuk Polischuk
Hrytsenko Gritsenko
Savchenko Sawchenko
Nguyen Nguyn Ngyuen
Hoang Huang
Choi Choe
Jung Jeong Chung
Cho Jo
Park Pak
Li Lee
Chan Chen
Wu Woo
Soo-jin Su-jin
Hye-jin Hae-jin
Hyun-woo Hyeon-u
Tuan Tuân
Catherine Katherine Kathryn
Katherine Catherine Katharine
Stephen Steven
Steven Stephen
Sara Sarah
Ann Anne
Debra Deborah
Jeffrey Geoffrey
Eric Erik
Bryan Brian
Brian Bryan
Jon John
Kelly Kelley
Christine Kristine
Christina Kristina
Kathleen Cathleen
Michelle Michele
Meyer Meier Myer
Schmidt Schmitt
Hansen Hanson
Olson Olsen
Larson Larsen
Clark Clarke
Green Greene
Reed Reid
Gray Grey
Hoffman Hoffmann
Schroeder Schroder
Brianna Breanna Briana
Makayla Mikayla Michaela
Aaliyah Aliyah Aliya
Jaylen Jalen Jaylin
Kameron Cameron
Deshawn DeShawn Dashawn
Latoya LaToya
Latasha LaTasha
Keisha Keesha
Terrance Terrence Terence
Darnell Darnel
Antwan Antoine
Denise Denice
Renee Rene
McGhee McGee
Elijah Elija
Isaiah Isiah
Serenity Sirenity
Alejandra Alexandra
Isabella Isabela
Yesenia Jesenia
Itzel Itzell
Ximena Jimena
Graciela Grasiela
Vásquez Vázquez Vasques
Chávez Cháves
Gómez Gomes
Pérez Peres
Agnieszka Agnieska
Katarzyna Catherine
Krzysztof Christopher Kristof
Małgorzata Margaret
Tomasz Thomas
Michał Michael
Andrzej Andrew Andrej
Jan John
Wiśniewski Wisnewski
Wójcik Wojcik
Lewandowski Levandowski
Kowalski Kowalsky
Zieliński Zielinsky
`;

/** Other spellings by spelling, without chains: those of the first group that names it. */
export const otherSpellings: ReadonlyMap<string, readonly string[]> = new Map(
  GROUPS.trim()
    .split('\n')
    .map((line) => {
      const [name = '', ...others] = line.split(' ');
      return [name, others];
    }),
);
