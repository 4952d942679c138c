export const webshopsPath = 'v1/webshops';
