// What the portal puts together. Parts for rooms above stand in parts.ts, which no first page needs.
export { shopPlaces, shopRoutes, webshopRoutes } from './shop.routes';
export { shopWords } from './shop-words';
export { urlPrice } from './url-price';
