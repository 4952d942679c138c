export { ActiveBrands } from './active-brands';
export { BrandLooks } from './brand-looks';
export { Contracts } from './contracts';
export { PaymentMethodsHttpModule } from './payment-methods.http.module';
export { PaymentMethodsModule } from './payment-methods.module';
export { PaymentMethodsWorkerModule } from './payment-methods.worker.module';
export { paymentMethodsTables } from './tables';
export { WebshopMethods } from './webshop-methods';
