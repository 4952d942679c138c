import { BarChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, ScatterChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

/** Draws a chart into an element that has a size; the answer takes the drawing away again. */
export function drawChart(element: HTMLElement, options: object): () => void {
  // The library empties its element through `innerHTML`, which Trusted Types forbid, even for ''.
  Object.defineProperty(element, 'innerHTML', {
    configurable: true,
    set: () => element.replaceChildren(),
  });
  const chart = init(element);
  chart.setOption({
    animation: false,
    grid: { left: 8, right: 8, top: 12, bottom: 4, outerBoundsMode: 'same' as const },
    ...options,
  });
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}

export type Paint = ReturnType<typeof paintOf>;

/** Tokens as they are on the page right now. */
export function paintOf(root: HTMLElement) {
  const style = getComputedStyle(root);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const label = { color: token('--ink-3'), fontFamily: token('--sans'), fontSize: 11 };
  return { token, label };
}

/** What is said of the place at which somebody points, a line each. */
export function tooltip({ token, label }: Paint, linesOf: (index: number) => readonly string[]) {
  return {
    trigger: 'axis' as const,
    // Else the library would write HTML, which the content policy forbids.
    renderMode: 'richText' as const,
    backgroundColor: token('--surface'),
    borderColor: token('--rule-2'),
    textStyle: { ...label, color: token('--ink'), fontSize: 12 },
    formatter: (points: unknown) =>
      linesOf((points as readonly { dataIndex: number }[])[0]!.dataIndex).join('\n'),
  };
}

/** Both axes: words below, figures to the left. */
export function axes(
  { token, label }: Paint,
  words: readonly string[],
  figure: (n: number) => string,
) {
  return {
    xAxis: {
      type: 'category' as const,
      data: words,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: token('--rule-2') } },
      axisLabel: label,
    },
    yAxis: {
      type: 'value' as const,
      splitNumber: 3,
      minInterval: 1,
      splitLine: { lineStyle: { color: token('--rule') } },
      axisLabel: { ...label, formatter: figure },
    },
  };
}
