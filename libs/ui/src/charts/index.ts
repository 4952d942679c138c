export { DayChart, type DayBar } from './day-chart';
