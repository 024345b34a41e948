import { expect, type Locator, type Page } from '@playwright/test';

/** Panels beside the diagram, by the names of their tabs. */
export type Reading = 'Code' | 'State' | 'Transcript' | 'Machines' | 'Days' | 'Lesson';
export type Outcome = 'duplicate' | 'lost' | 'stuck' | 'wrong reply' | 'swallowed';

/** A search has as long as this, on a machine that does other things besides. */
export const SEARCH_MS = 25_000;

/** What a reader sees and does on a scenario's page. All that tests know of its markup is here. */
export class ScenarioPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  // The run.

  get diagram(): Locator {
    return this.page.locator('[data-wanted]').first();
  }

  get drawing(): Locator {
    return this.diagram.locator('svg');
  }

  get caption(): Locator {
    return this.page.getByTestId('caption');
  }

  /** Where two runs part. */
  get parting(): Locator {
    return this.page.getByRole('status').filter({ hasText: /^The two runs / });
  }

  get progress(): Locator {
    return this.page.getByTestId('progress');
  }

  get transport(): Locator {
    return this.page.getByRole('group', { name: 'Steps' });
  }

  get scrubber(): Locator {
    return this.page.getByRole('slider', { name: 'Position' });
  }

  get speed(): Locator {
    return this.page.getByRole('combobox', { name: 'Speed' });
  }

  // What came of it.

  get expected(): Locator {
    return this.page.getByTestId('expected');
  }

  get actual(): Locator {
    return this.page.getByTestId('actual');
  }

  get outcomes(): Locator {
    return this.page.getByRole('list', { name: /^Outcomes/ }).getByRole('listitem');
  }

  // What all schedules can do, and why.

  get verdict(): Locator {
    return this.page.getByTestId('verdict');
  }

  get counterexamples(): Locator {
    return this.verdict.getByRole('list', { name: 'Counterexamples' }).first().getByRole('link');
  }

  get attack(): Locator {
    return this.page.getByTestId('attack');
  }

  get pace(): Locator {
    return this.page.getByTestId('pace');
  }

  get chain(): Locator {
    return this.page.getByTestId('chain');
  }

  get why(): Locator {
    return this.page.getByTestId('why');
  }

  get prevention(): Locator {
    return this.page.getByTestId('prevention');
  }

  /** The verdict is that of the settings as they stand. */
  async isProved(): Promise<void> {
    await expect(this.verdict).toHaveAttribute('data-state', 'done', { timeout: SEARCH_MS });
  }

  // What was set.

  get script(): Locator {
    return this.page.getByRole('list', { name: 'Script' }).getByRole('listitem');
  }

  get directives(): Locator {
    return this.script.locator('code');
  }

  get ownScript(): Locator {
    return this.page.getByRole('button', {
      name: /^Back to the scenario.s own script$/,
    });
  }

  /** What of the link could not be read. */
  get complaints(): Locator {
    return this.page
      .locator('[role="status"]:not([data-testid="said"])')
      .filter({ hasText: /“|longer than|This run has no|It never came to/ });
  }

  // Readings of a step.

  get tabs(): Locator {
    return this.page.getByRole('tablist', { name: 'Readings' });
  }

  get panel(): Locator {
    return this.page.getByRole('tabpanel');
  }

  get transcript(): Locator {
    return this.page.getByRole('list', { name: 'Transcript' });
  }

  get code(): Locator {
    return this.page.getByLabel(/code; the marked lines/);
  }

  get markedLines(): Locator {
    return this.code.locator('[data-here]');
  }

  get menu(): Locator {
    return this.page.getByRole('dialog', { name: /^Step \d+$/ });
  }

  /** Opens a page and waits until it can be used. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.isReady();
  }

  /** The page shows what its address says, and hears the keyboard. */
  async isReady(): Promise<void> {
    // What is drawn ahead of time knows of no step; marks of steps are a sign of life.
    await expect(this.drawing.locator('[data-now], [data-ahead]').first()).toBeAttached();
    await this.page.evaluate(
      () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 })),
    );
    await this.isDrawn();
  }

  /** The diagram is that of the run, not that of the run before. */
  async isDrawn(): Promise<void> {
    await expect
      .poll(() => this.diagram.evaluate(({ dataset }) => dataset['drawn'] === dataset['wanted']))
      .toBe(true);
  }

  async stands(step: number, length: number): Promise<void> {
    await expect(this.progress).toContainText(new RegExp(`^${step} of ${length}\\b`));
  }

  /** How many steps the run has. */
  async length(): Promise<number> {
    return Number(await this.scrubber.getAttribute('max'));
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  async press(
    name: 'To the start' | 'Step back' | 'Play' | 'Pause' | 'Step forward' | 'To the end',
  ) {
    await this.transport.getByRole('button', { name, exact: true }).click();
  }

  async key(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  // Knobs.

  position(knob: string, value: string): Locator {
    return this.page
      .getByRole('group', { name: knob, exact: true })
      .getByRole('radio', { name: value, exact: true });
  }

  async turn(knob: string, value: string): Promise<void> {
    await this.position(knob, value).check({ force: true });
    await this.isDrawn();
  }

  // Outcomes.

  outcome(name: Outcome): Locator {
    // Not by all of its words: what one means names others.
    const cell = this.page.locator('[data-outcome]', { hasText: new RegExp(`${name}(?!\\w)`) });
    return this.outcomes.filter({ has: cell });
  }

  /** All of the run's outcomes are absent, and the run is over. */
  async hasNoOutcome(): Promise<void> {
    await expect(this.outcomes).toHaveText(Array.from({ length: 5 }, () => /^none/));
  }

  async hasOutcome(name: Outcome): Promise<void> {
    await expect(this.outcome(name).locator('[data-present]')).toBeVisible();
  }

  // The diagram.

  /** What is drawn of a step: its arrow and words, notes and bars. */
  drawn(step: number): Locator {
    return this.drawing.locator(`[data-entry="${step - 1}"]`);
  }

  /** The words of a step in the diagram. */
  words(step: number): Locator {
    return this.drawing.locator(
      `text.messageText[data-entry="${step - 1}"], [data-et="note"][data-entry="${step - 1}"]`,
    );
  }

  /** What is written at a step in the diagram, in however many lines, has this in it. */
  async says(step: number, text: string | RegExp): Promise<void> {
    const written = () => this.words(step).allTextContents();
    await expect.poll(async () => (await written()).join(' ')).toMatch(text);
  }

  get ahead(): Locator {
    return this.drawing.locator('[data-ahead]');
  }

  get now(): Locator {
    return this.drawing.locator('[data-now]');
  }

  async pressStep(step: number): Promise<void> {
    await this.words(step).first().click();
    await expect(this.menu).toHaveAccessibleName(`Step ${step}`);
  }

  async choose(action: string | RegExp): Promise<void> {
    await this.menu.getByRole('button', { name: action }).click();
    await expect(this.menu).toBeHidden();
    await this.isDrawn();
  }

  // Readings.

  tab(name: Reading): Locator {
    return this.tabs.getByRole('tab', { name });
  }

  async read(name: Reading): Promise<void> {
    await this.tab(name).click();
    await expect(this.tab(name)).toHaveAttribute('aria-selected', 'true');
    await expect(this.panel).not.toContainText('Loading');
  }

  /** A line of the transcript. */
  line(step: number): Locator {
    return this.transcript.getByRole('listitem').nth(step - 1);
  }

  // Ten thousand days.

  get days(): Locator {
    return this.page.getByTestId('days');
  }

  /** All days have been lived through. */
  async daysAreOver(): Promise<void> {
    await expect(this.days).toHaveAttribute('data-state', 'done', { timeout: 30_000 });
  }

  dayRow(name: Outcome): Locator {
    return this.days
      .getByRole('list', { name: 'Outcomes of these days' })
      .getByRole('listitem')
      .filter({ hasText: new RegExp(`^${name}`) });
  }

  // Statecharts.

  get actor(): Locator {
    return this.page.getByRole('combobox', { name: 'Actor' });
  }

  get chart(): Locator {
    return this.page.getByRole('img', { name: /^Statechart of/ });
  }

  get litStates(): Locator {
    return this.chart.locator('[data-lit]');
  }

  /** What the lit state is called; below it stands what does not leave it. */
  litName(within: Locator = this.page.locator('body')): Locator {
    return within.locator('[data-lit] .row').first();
  }

  get presentState(): Locator {
    return this.panel.locator('p', { hasText: /^Now:/ }).locator('strong');
  }

  // Sharing.

  get shareDialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Share this moment' });
  }

  get shareResult(): Locator {
    return this.shareDialog.getByRole('status').last();
  }

  async share(what: string | RegExp): Promise<void> {
    if (!(await this.shareDialog.isVisible())) await this.button('Share').click();
    await this.shareDialog.getByRole('button', { name: what, exact: true }).click();
  }

  /** The path of the file that was saved. */
  async download(what: string): Promise<string> {
    const saved = this.page.waitForEvent('download');
    await this.share(what);
    return (await saved).path();
  }
}
