export { AnnouncingService } from './announcing.service';
export { OrderCases } from './order-cases.service';
export { OrdersHttpModule } from './orders.http.module';
export { OrdersModule } from './orders.module';
export { OrdersService } from './orders.service';
export { ResultsService, type VerifiedPage, type VerifiedResult } from './results.service';
export { ordersTables } from './tables';
