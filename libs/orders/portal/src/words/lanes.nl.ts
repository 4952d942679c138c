export const words = {
  name: 'Uitbetaald',
  bank: {
    out: 'Op de rekening bij de Rabobank',
    back: 'Terugbetalen gaat via Toonbank.',
  },
  paypal: {
    out: 'Op het account bij PayPal, niet bij de Rabobank',
    back: 'Terugbetalen doe je in PayPal.',
  },
  billink: {
    out: 'Door Billink, de volgende dag',
    back: 'Terugbetalen gaat via Toonbank.',
  },
};
