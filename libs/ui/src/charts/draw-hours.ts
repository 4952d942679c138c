import type { Formats } from '../look/formats';
import { axes, drawChart, type Paint, paintOf, tooltip } from './draw-chart';
import type { HourBars, HourMark } from './hour-chart';
import type { Draw } from './keep-drawn';

interface Hours {
  readonly hours: readonly HourBars[];
  readonly names: readonly [string, string];
  readonly marks: readonly HourMark[];
  readonly formats: Formats;
}

/** Two bars per hour beside each other, with lines where something changed. */
export function drawHours({ hours, names, marks, formats }: Hours): Draw {
  return (element, root) => {
    const paint = paintOf(root);
    const words = hours.map(({ at }) => wordOf(at, formats));
    return drawChart(element, {
      tooltip: tooltip(paint, (index) => {
        const { at, one, other } = hours[index]!;
        const counts = [one, other].map((count, of) => `${names[of]}  ${formats.count(count)}`);
        return [formats.dayAndTime(at), ...counts];
      }),
      ...axes(paint, words, (count) => (Number.isInteger(count) ? formats.count(count) : '')),
      series: [
        bars(
          hours.map(({ one }) => one),
          paint.token('--chart-2'),
        ),
        {
          ...bars(
            hours.map(({ other }) => other),
            paint.token('--chart-1'),
          ),
          markLine: lines(hours, marks, paint),
        },
      ],
    });
  };
}

function bars(data: readonly number[], color: string) {
  return { type: 'bar' as const, barGap: '0%', barCategoryGap: '20%', itemStyle: { color }, data };
}

/** The day where one begins, the time elsewhere. */
function wordOf(at: string, formats: Formats): string {
  const time = formats.time(at).slice(0, 5);
  return time === '00:00' ? formats.date(at).replace(/ \d{4}$/, '') : time;
}

/** A line before the hour in which something changed; two in one hour share it. */
function lines(hours: readonly HourBars[], marks: readonly HourMark[], { token, label }: Paint) {
  const words = new Map<number, string[]>();
  for (const { at, word } of marks) {
    const index = hours.findLastIndex((hour) => hour.at <= at);
    if (index >= 0) words.set(index, [...(words.get(index) ?? []), word]);
  }
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: token('--ink-2'), type: 'dashed' as const },
    label: {
      ...{ ...label, color: token('--ink'), position: 'end' as const, distance: 0 },
      ...{ align: 'left' as const, verticalAlign: 'top' as const, padding: [2, 0, 0, 6] },
    },
    data: [...words].map(([xAxis, said]) => ({
      xAxis,
      label: { formatter: said.join(', ') },
    })),
  };
}
