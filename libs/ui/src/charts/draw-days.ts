import type { Formats } from '../look/formats';
import type { DayBar } from './day-chart';
import { axes, drawChart, type Paint, paintOf, tooltip } from './draw-chart';
import type { Draw } from './keep-drawn';

interface Days {
  readonly bars: readonly DayBar[];
  /** The day that is not over. */
  readonly running: string | undefined;
  readonly words: { readonly before: string; readonly name: string };
  readonly formats: Formats;
}

/** A bar per day, with a tick for the time before. */
export function drawDays(days: Days): Draw {
  return (element, root) => {
    const { bars, words, formats } = days;
    const paint = paintOf(root);
    const names = bars.map(({ day }) => formats.date(day).replace(/ \d{4}$/, ''));
    return drawChart(element, {
      tooltip: tooltip(paint, (index) => {
        const { day, cents, before } = bars[index]!;
        const then = before === null ? '–' : formats.figure(before);
        const now = `${words.name}  ${formats.figure(cents)}`;
        return [formats.day(day), now, `${words.before}  ${then}`];
      }),
      ...axes(paint, names, (cents) => formats.count(Math.round(cents / 100))),
      series: seriesOf(days, paint),
    });
  };
}

function seriesOf({ bars, running }: Days, { token }: Paint) {
  const colourOf = (day: string) => token(isWeekend(day) ? '--chart-1-soft' : '--chart-1');
  const outline = {
    ...{ color: 'transparent', borderColor: token('--chart-1'), borderWidth: 1.5 },
    borderType: 'dashed' as const,
  };
  const styleOf = (day: string) => (day === running ? outline : { color: colourOf(day) });
  return [
    {
      type: 'bar' as const,
      barCategoryGap: '24%',
      data: bars.map(({ day, cents }) => ({ value: cents, itemStyle: styleOf(day) })),
    },
    {
      type: 'scatter' as const,
      symbol: 'rect',
      symbolSize: [22, 2],
      // With a rim of paper, so that it shows on a bar as well as above one.
      itemStyle: { color: token('--ink'), borderColor: token('--bg'), borderWidth: 1.5 },
      data: bars.map(({ before }) => before ?? '-'),
    },
  ];
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
}
