export { AnnouncingService } from './announcing.service';
export type { WebshopDay } from './order-days.repository';
export { OrderFigures } from './order-figures.service';
export { OrderCases } from './order-cases.service';
export { OrdersHttpModule } from './orders.http.module';
export { OrdersModule } from './orders.module';
export { environmentOf, OrdersService } from './orders.service';
export { ResultsService, type VerifiedPage, type VerifiedResult } from './results.service';
export { ordersTables } from './tables';
