export const words = {
  signIn: {
    title: 'Inloggen',
    lead: 'Voor bureaus en hun ondernemers.',
    ended: 'Je sessie is voorbij. Log opnieuw in; je gaat verder waar je was.',
    email: 'E-mailadres',
    password: 'Wachtwoord',
    submit: 'Inloggen',
    choose: 'Voor wie werk je?',
    emailFault: 'Dit is geen e-mailadres. Vul het hele adres in.',
    passwordFault: 'Vul je wachtwoord in.',
    refused: 'E-mailadres en wachtwoord horen niet bij elkaar. Controleer beide.',
    noAnswer: 'Geen verbinding met Toonbank. Wat je typte blijft staan; probeer het opnieuw.',
    promise: 'Elke betaling geboekt. Geen status kwijt.',
  },
};
