import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/shared/api/client';
import type { Advice } from '@/shared/api/contract';
import { renderPage } from '@/testing/render';
import { AdviceCard } from './advice-card';
import { Bullet, bulletScale } from './bullet';
import { ConfirmDialog, ReasonDialog } from './dialogs';
import { FigureStrip } from './figure-strip';
import { Panel } from './panel';
import { PriorityMark } from './priority-mark';
import { SidePanel } from './side-panel';
import { Sparkline, sparkPath } from './sparkline';
import { ErrorState, LoadingState, QueryView } from './states';
import { Value } from './value';

afterEach(() => vi.useRealTimers());

describe('marks and small pictures', () => {
  it('tells priorities apart by shape and digit', () => {
    render(
      <>
        <PriorityMark priority={1} />
        <PriorityMark priority={2} />
        <PriorityMark priority={3} />
      </>,
    );
    const shapes = (['1 紧急', '2 高', '3 中'] as const).map(name => screen.getByRole('img', { name }));
    expect(shapes.map(svg => svg.textContent)).toEqual(['1', '2', '3']);
    expect(shapes[1]?.querySelector('rect')).toBeTruthy();
    expect(shapes[0]?.querySelector('path')).toBeTruthy();
  });

  it('draws the line of now inside the scale, also for a value far outside', () => {
    const { container } = render(<Bullet value={5000} low={945} high={957} scaleLow={930} scaleHigh={970} />);
    const line = [...container.querySelectorAll('rect')].at(-1);
    expect(Number(line?.getAttribute('x'))).toBe(81);
    expect(screen.getByRole('img', { name: '5\u202f000，正常 945–957' })).toBeTruthy();
    expect(bulletScale({ value: 950, low: 945, high: 957 })).toEqual({ from: 933, to: 969 });
  });

  it('leaves a gap in a sparkline where a value is missing', () => {
    expect(
      sparkPath(
        [1, null, 2, 3],
        i => i,
        v => v,
      ),
    ).toBe('M0.0 1.0M2.0 2.0L3.0 3.0');
    render(<Sparkline values={[1, 2, null]} />);
    expect(screen.getByRole('img', { name: '近期曲线，末值 2' })).toBeTruthy();
  });
});

describe('a value', () => {
  it('carries unit, age, quality and range within one glance', () => {
    render(<Value value={961.2} unit="°C" ageSeconds={23_040} quality={0x4000} low={945} high={957} />);
    expect(screen.getByText('961.2').closest('[title]')?.getAttribute('title')).toBe(
      '不确定 · 数据龄 6.4 h · 945–957',
    );
    expect(screen.getByRole('img', { name: '3 中' })).toBeTruthy();
  });

  it('does not show a number of bad quality', () => {
    render(<Value value={12} quality={0x8000} />);
    expect(screen.queryByText('12')).toBeNull();
    expect(screen.getByText('坏')).toBeTruthy();
  });
});

describe('states', () => {
  it('show nothing before 200 ms, words after 1 s, cancel after 3 s', () => {
    vi.useFakeTimers();
    const cancel = vi.fn();
    render(<LoadingState count="604 800 点" onCancel={cancel} />);
    const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
    pass(100);
    expect(screen.queryByText(/正在读取/)).toBeNull();
    pass(200);
    expect(screen.getByText('正在读取')).toBeTruthy();
    pass(1000);
    expect(screen.getByText(/正在读取 604 800 点，已 1\.\d s/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    pass(2000);
    fireEvent.click(screen.getByRole('button', { name: '取消' }));
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('say what failed, what is still shown, the request number, and offer to retry', () => {
    const retry = vi.fn();
    const error = new ApiError({ title: '历史库没有应答', status: 503, requestId: '7f3a' });
    render(<ErrorState error={error} stillFrom={0} onRetry={retry} />);
    expect(screen.getByRole('alert').textContent).toMatch(/历史库没有应答.*下面仍是.*请求号 7f3a/);
    fireEvent.click(screen.getByRole('button', { name: '再试' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it('keep the last good data when a later answer fails', () => {
    const query = {
      data: ['a'],
      error: new ApiError({ title: 'x', status: 503 }),
      isPending: false,
      dataUpdatedAt: 1,
      refetch: vi.fn(),
    };
    render(<QueryView query={query}>{data => <b>{data.join()}</b>}</QueryView>);
    expect(screen.getByText('a')).toBeTruthy();
    expect(screen.getByRole('alert')).toBeTruthy();
  });
});

describe('frames', () => {
  it('number their step and name themselves', () => {
    render(
      <Panel step={2} title="Why">
        {'x'}
      </Panel>,
    );
    expect(screen.getByRole('region', { name: 'Why' }).textContent).toContain('2');
  });

  it('close with Escape', () => {
    const close = vi.fn();
    render(
      <SidePanel title="Pot" onClose={close}>
        {'x'}
      </SidePanel>,
    );
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(close).toHaveBeenCalledOnce();
  });

  it('link a figure to the page that explains it, keeping asset and time', () => {
    renderPage(
      <FigureStrip label="f" figures={[{ key: 'a', label: 'Alarms', value: 3, link: '/alarms' }]} />,
      {
        at: '/overview?asset=5&range=7d&own=1',
      },
    );
    expect(screen.getByRole('link').getAttribute('href')).toBe('/alarms?asset=5&range=7d');
  });
});

const advice: Advice = {
  id: 1,
  assetId: 116,
  kind: 'ALF3_DOSE',
  title: { zh: 'AlF₃ 剂量', en: 'AlF₃ dose' },
  from: 38,
  to: 50,
  unit: 'kg/d',
  reason: { zh: '槽温高', en: 'hot' },
  expected: {
    quantity: { zh: '槽温', en: 'Bath temp.' },
    change: -4.6,
    low: -6.9,
    high: -2.2,
    unit: '°C',
    horizonHours: 48,
  },
  money: { perDay: 610, plusMinus: 190, currency: 'CNY' },
  guards: [
    { name: { zh: '日变化', en: 'Daily change' }, passed: true, detail: '12 ≤ 20' },
    { name: { zh: '训练范围', en: 'Training range' }, passed: false, detail: '4 > 3' },
  ],
  wouldChange: { zh: '若化验变化', en: 'If the assay changes' },
  priority: 1,
  risk: 'low',
  state: 'PROPOSED',
  createdAt: '2026-11-20T06:00:00Z',
  expiresAt: '2026-11-20T07:00:00Z',
  inputs: [],
  virtual: true,
};

describe('an advice card', () => {
  it('says from and to, money with interval, effect with band, and which guard did not pass', () => {
    const accept = vi.fn();
    render(<AdviceCard advice={advice} onAccept={accept} onReject={() => undefined} keys />);
    const text = screen.getByRole('article').textContent ?? '';
    for (const words of [
      '38 → ',
      '50',
      '+12',
      '¥\u202f610',
      '± 190',
      '−4.6',
      '−6.9…−2.2',
      '1 / 2 通过',
      '未通过：训练范围',
      '虚拟产线',
    ]) {
      expect(text).toContain(words);
    }
    fireEvent.click(screen.getByRole('button', { name: /采纳/ }));
    expect(accept).toHaveBeenCalledOnce();
  });

  it('has no buttons once decided, and says by whom and why', () => {
    render(
      <AdviceCard
        advice={{
          ...advice,
          state: 'REJECTED',
          decidedBy: '王工',
          decidedAt: '2026-11-20T06:30:00Z',
          decisionReason: '先观察',
        }}
        onAccept={() => undefined}
      />,
    );
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByRole('article').textContent).toMatch(/已驳回.*王工.*先观察/);
  });
});

describe('dialogs', () => {
  it('ask for a reason before they go on', async () => {
    const confirm = vi.fn().mockResolvedValue(undefined);
    const close = vi.fn();
    render(
      <ReasonDialog
        open
        title="Reject"
        okText="OK"
        suggestions={['先观察一班']}
        onConfirm={confirm}
        onClose={close}
      />,
    );
    const ok = screen.getByRole<HTMLButtonElement>('button', { name: 'OK' });
    expect(ok.disabled).toBe(true);
    fireEvent.click(screen.getByText('先观察一班'));
    fireEvent.click(ok);
    await waitFor(() => expect(close).toHaveBeenCalledOnce());
    expect(confirm).toHaveBeenCalledWith('先观察一班');
  });

  it('stay open and show why the server refused', async () => {
    const close = vi.fn();
    const refused = () => Promise.reject(new ApiError({ title: '有子资产', status: 409 }));
    render(
      <ConfirmDialog open title="Delete" okText="Delete it" onConfirm={refused} onClose={close}>
        {'x'}
      </ConfirmDialog>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Delete it' }));
    expect(await screen.findByText('有子资产')).toBeTruthy();
    expect(close).not.toHaveBeenCalled();
  });
});
