/** Origin of a family's names; household members usually share it. */
export type Heritage =
  | 'GENERAL'
  | 'AFRICAN_AMERICAN'
  | 'HISPANIC'
  | 'POLISH'
  | 'SOUTH_ASIAN'
  | 'EAST_ASIAN'
  | 'ARAB'
  | 'UKRAINIAN';

export interface NamePool {
  readonly female: readonly string[];
  readonly male: readonly string[];
  readonly family: readonly string[];
  /** Languages spoken at home, BCP 47, by weight. */
  readonly languages: readonly (readonly [number, string])[];
}

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

export const namePools: Readonly<Record<Heritage, NamePool>> = {
  GENERAL: {
    female: words(`Mary Patricia Linda Barbara Elizabeth Jennifer Susan Margaret Karen Nancy Lisa Betty Sandra Ashley
      Kimberly Donna Emily Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Sharon Cynthia Kathleen Amy
      Angela Shirley Anna Brenda Pamela Emma Nicole Helen Samantha Katherine Christine Debra Rachel Carolyn Janet
      Catherine Heather Diane Olivia Julie Joyce Victoria Ruth Virginia Lauren Kelly Christina Joan Evelyn Judith Megan
      Hannah Jacqueline Martha Abigail Grace Charlotte Harper Ella Avery Scarlett Hazel Violet Nora Lillian Claire`),
    male: words(`James Robert John Michael David William Richard Joseph Thomas Charles Christopher Daniel Matthew
      Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey Ryan
      Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander Frank
      Patrick Raymond Jack Dennis Jerry Tyler Aaron Henry Adam Douglas Nathan Peter Zachary Kyle Walter Ethan Liam Noah
      Mason Logan Owen Wyatt Carter Grayson Caleb Dylan Gavin Landon Wesley Harold`),
    family: words(`Smith Johnson Miller Davis Wilson Anderson Taylor Moore Martin Thompson White Clark Lewis Walker Hall
      Allen Young King Wright Hill Scott Green Adams Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker
      Evans Edwards Collins Stewart Morris Murphy Cook Rogers Peterson Cooper Reed Bailey Bell Kelly Ward Cox Richardson
      Wood Watson Brooks Bennett Gray Hughes Price Myers Long Foster Sanders Ross Powell Sullivan Russell Fisher Henderson
      Schmidt Meyer Weber Schroeder Hoffman Becker Olson Larson Hansen Schultz O'Brien O'Connor Fitzgerald McCarthy
      Gallagher Doyle Burke Romano Esposito Lombardi Kowalsky Novak Dvorak Hartmann Vandenberg Lindgren Bauer Keller`),
    languages: [[100, 'en']],
  },
  AFRICAN_AMERICAN: {
    female: words(`Denise Tamika Keisha Latoya Ebony Monique Yolanda Tanisha Aaliyah Imani Jada Nia Kiara Raven Destiny
      Jasmine Precious Latasha Shanice Kenya Tiffany Crystal Gloria Vanessa Felicia Renee Loretta Odessa Earlene Bernice
      Alexis Brianna Makayla Zoe Trinity Amari Skylar Serenity Journee Kennedy`),
    male: words(`Darnell Terrance Marcus Jamal Tyrone Deshawn Malik Andre Reginald Maurice Lamar Cedric Demetrius Antwan
      Isaiah Elijah Xavier Jalen Darius Tyrell Kendrick Clarence Willie Leroy Otis Curtis Roosevelt Jerome Dwayne Rodney
      Jaylen Amir Kameron Josiah Messiah Zion King Khalil Micah Quentin`),
    family: words(`Williams Brown Jones Jackson Harris Robinson Washington Jefferson Coleman Jenkins Perry Butler Barnes
      Simmons Griffin Hayes Ford Hamilton Graham Wallace Woods Cole West Owens Reynolds Gibson Ellis Harrison Marshall
      Freeman Tucker Porter Hunter Hicks Crawford Boyd Mason Dixon Gaines Banks Booker Mosley Pettway Muhammad Bolden
      Ivory Battle Bridges Franklin Chambers Dorsey Gadson Hightower McGhee`),
    languages: [
      [97, 'en'],
      [1, 'fr'],
      [2, 'yo'],
    ],
  },
  HISPANIC: {
    female: words(`María Guadalupe Rosa Juana Leticia Verónica Alejandra Gabriela Adriana Claudia Carmen Yesenia Marisol
      Esmeralda Daniela Valeria Ximena Camila Sofía Isabella Luz Elena Teresa Silvia Patricia Norma Irma Lorena Araceli
      Maribel Paola Fernanda Itzel Renata Natalia Mariana Ana Beatriz Dolores Graciela`),
    male: words(`José Juan Luis Carlos Miguel Jorge Francisco Jesús Antonio Alejandro Manuel Ricardo Fernando Javier
      Eduardo Roberto Sergio Rafael Mario Óscar Diego Santiago Mateo Sebastián Emiliano Ángel Iván Hugo Raúl Arturo
      Enrique Alberto Martín Salvador Ramón Rubén Adrián Gustavo Ernesto Leonel`),
    family: words(`García Rodríguez Martínez Hernández López González Pérez Sánchez Ramírez Torres Flores Rivera Gómez
      Díaz Reyes Morales Cruz Ortiz Gutiérrez Chávez Ramos Ruiz Álvarez Mendoza Vásquez Castillo Jiménez Moreno Romero
      Herrera Medina Aguilar Vargas Guzmán Méndez Muñoz Salazar Garza Soto Vega Delgado Ríos Contreras Estrada Ortega
      Núñez Maldonado Cabrera Villarreal Zavala Barrera Ocampo Tapia Rosario Colón Vélez`),
    languages: [
      [52, 'es'],
      [48, 'en'],
    ],
  },
  POLISH: {
    female:
      words(`Agnieszka Katarzyna Małgorzata Ewa Barbara Krystyna Joanna Magdalena Monika Zofia Danuta Halina Dorota
      Beata Wiktoria Natalia Julia Maja Alicja Hanna Oliwia Teresa Jadwiga Izabela`),
    male: words(`Piotr Krzysztof Andrzej Tomasz Jan Paweł Michał Marcin Stanisław Jakub Adam Łukasz Zbigniew Jerzy Tadeusz
      Mateusz Dawid Kacper Filip Szymon Wojciech Kazimierz Marek Rafał`),
    family: words(`Nowak Kowalski Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski
      Jankowski Mazur Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Pawłowski Michalski Król Wieczorek Jabłoński
      Wróbel Majewski Stępień Malinowski Jaworski Adamczyk Dudek Górski Sikora Baran Zając`),
    languages: [
      [45, 'pl'],
      [55, 'en'],
    ],
  },
  SOUTH_ASIAN: {
    female: words(`Priya Anjali Sunita Kavita Neha Pooja Lakshmi Meera Asha Divya Rekha Shreya Anika Diya Fatima Ayesha
      Zainab Saira Nusrat Geeta Usha Hetal Bhavna Riya Aarohi Myra`),
    male: words(`Raj Amit Sanjay Vikram Anil Ravi Suresh Rahul Arjun Rohan Deepak Kiran Mahesh Nikhil Imran Bilal Tariq
      Usman Farhan Jignesh Hitesh Mehul Aarav Vihaan Dev Krish`),
    family: words(`Patel Shah Singh Kumar Sharma Gupta Desai Mehta Joshi Reddy Rao Iyer Nair Khan Ahmed Hussain Malik
      Qureshi Chaudhry Siddiqui Bhatt Trivedi Kapoor Verma Mishra Parikh Amin Modi Thomas Varghese`),
    languages: [
      [50, 'en'],
      [18, 'hi'],
      [18, 'gu'],
      [14, 'ur'],
    ],
  },
  EAST_ASIAN: {
    female:
      words(`Mei Li Xia Yan Jing Hui Lan Grace Jenny Amy Ji-woo Min-ji Soo-jin Hye-jin Thuy Linh Hoa Mai Ngoc Maricel
      Rosalie Jocelyn Cherry Angelica Yuki Emi Sakura Naomi`),
    male: words(`Wei Jun Ming Hao Lei Feng Kai Kevin Jason Henry Min-jun Ji-hoon Sung-min Hyun-woo Minh Tuan Duc Hung Khanh
      Reynaldo Rogelio Arnel Jerome Kenji Hiroshi Takumi Ken Vincent`),
    family:
      words(`Chen Wang Li Zhang Liu Lin Huang Wu Yang Zhao Chan Wong Lee Kim Park Choi Jung Kang Cho Nguyen Tran Le
      Pham Hoang Vu Dang Santos Reyes Bautista Dela-Cruz Villanueva Tanaka Sato Yamamoto Ito`),
    languages: [
      [52, 'en'],
      [18, 'zh'],
      [11, 'tl'],
      [10, 'ko'],
      [9, 'vi'],
    ],
  },
  ARAB: {
    female: words(`Layla Noor Hana Amal Rania Salma Mariam Yasmin Dina Huda Nadia Samira Lina Farah Aya Jana Rana Iman
      Khadija Sana`),
    male: words(`Omar Ahmad Khaled Youssef Hassan Ali Ibrahim Mahmoud Samir Nabil Karim Tarek Walid Bassam Zaid Adam Faris
      Rami Jamal Anwar`),
    family: words(`Haddad Khoury Nasser Mansour Saleh Hamdan Awad Shaheen Abdallah Odeh Barakat Darwish Farah Issa Jaber
      Kassab Najjar Qasim Rahman Suleiman Taha Younis Zayed Sayegh`),
    languages: [
      [45, 'ar'],
      [52, 'en'],
      [3, 'arc'],
    ],
  },
  UKRAINIAN: {
    female: words(`Oksana Olena Nataliya Iryna Tetyana Svitlana Halyna Yuliya Kateryna Sofiya Daryna Anastasiya Lesya
      Mariya Bohdana Zoya`),
    male: words(`Oleksandr Andriy Serhiy Volodymyr Mykola Ivan Yuriy Dmytro Bohdan Taras Maksym Artem Danylo Ihor Roman
      Vasyl`),
    family: words(`Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Oliynyk Kovalchuk Koval Shevchuk Polishchuk
      Lysenko Marchenko Rudenko Savchenko Petrenko Melnyk Moroz Boyko Hrytsenko Pavlenko`),
    languages: [
      [55, 'uk'],
      [45, 'en'],
    ],
  },
};
