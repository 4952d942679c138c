export const paymentBrandsPath = 'v1/payment-brands';
export const merchantContractsPath = 'v1/merchants/:merchantId/method-contracts';
export const methodContractsPath = 'v1/method-contracts';
export const webshopMethodsPath =
  'v1/webshops/:webshopId/environments/:environment/payment-methods';
