export { HourChart, type HourBars, type HourMark } from './hour-chart';
export { DayChart, type DayBar } from './day-chart';
