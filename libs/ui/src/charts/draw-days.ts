import { BarChart, ScatterChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { Formats } from '../look/formats';
import type { DayBar } from './day-chart';

use([BarChart, ScatterChart, GridComponent, TooltipComponent, CanvasRenderer]);

interface Drawing {
  readonly bars: readonly DayBar[];
  /** The day that is not over. */
  readonly running: string | undefined;
  readonly words: { readonly before: string; readonly name: string };
  readonly formats: Formats;
  readonly root: HTMLElement;
}

/** Draws the bars into an element that has a size; the answer takes the drawing away again. */
export function drawDays(element: HTMLElement, drawing: Drawing): () => void {
  // The library empties its element through `innerHTML`, which Trusted Types forbid, even for ''.
  Object.defineProperty(element, 'innerHTML', {
    configurable: true,
    set: () => element.replaceChildren(),
  });
  const chart = init(element);
  chart.setOption(optionsOf(drawing));
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}

type Paint = ReturnType<typeof paintOf>;

/** Tokens as they are on the page right now. */
function paintOf(root: HTMLElement) {
  const style = getComputedStyle(root);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const label = { color: token('--ink-3'), fontFamily: token('--sans'), fontSize: 11 };
  return { token, label };
}

function optionsOf(drawing: Drawing) {
  const paint = paintOf(drawing.root);
  return {
    animation: false,
    grid: { left: 8, right: 8, top: 12, bottom: 4, outerBoundsMode: 'same' as const },
    tooltip: tooltipOf(drawing, paint),
    ...axesOf(drawing, paint),
    series: seriesOf(drawing, paint),
  };
}

function tooltipOf({ bars, words, formats }: Drawing, { token, label }: Paint) {
  return {
    trigger: 'axis' as const,
    // Else the library would write HTML, which the content policy forbids.
    renderMode: 'richText' as const,
    backgroundColor: token('--surface'),
    borderColor: token('--rule-2'),
    textStyle: { ...label, color: token('--ink'), fontSize: 12 },
    formatter: (points: unknown) => {
      const bar = bars[(points as readonly { dataIndex: number }[])[0]!.dataIndex]!;
      const before = bar.before === null ? '–' : formats.figure(bar.before);
      const lines = [
        formats.day(bar.day),
        `${words.name}  ${formats.figure(bar.cents)}`,
        `${words.before}  ${before}`,
      ];
      return lines.join('\n');
    },
  };
}

function axesOf({ bars, formats }: Drawing, { token, label }: Paint) {
  return {
    xAxis: {
      type: 'category' as const,
      data: bars.map(({ day }) => formats.date(day).replace(/ \d{4}$/, '')),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: token('--rule-2') } },
      axisLabel: label,
    },
    yAxis: {
      type: 'value' as const,
      splitNumber: 3,
      splitLine: { lineStyle: { color: token('--rule') } },
      axisLabel: { ...label, formatter: (cents: number) => formats.count(Math.round(cents / 100)) },
    },
  };
}

function seriesOf({ bars, running }: Drawing, { token }: Paint) {
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
