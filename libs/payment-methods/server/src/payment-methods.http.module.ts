import { Module } from '@nestjs/common';
import { FormsController } from './forms.controller';
import { MethodsController } from './methods.controller';
import { PaymentFormsModule } from './payment-forms.module';
import { PaymentMethodsModule } from './payment-methods.module';

/** What the API serves of payment methods. */
@Module({
  imports: [PaymentMethodsModule, PaymentFormsModule],
  controllers: [FormsController, MethodsController],
})
export class PaymentMethodsHttpModule {}
