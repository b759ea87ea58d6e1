// Fingers and the mouse on the stage: one moves the picture, two stretch it.

export class Gestures {
  /** @param {import('./camera.js').Camera} camera */
  constructor(camera) {
    this.camera = camera;
    /** @type {Map<number, {x: number, y: number}>} */
    this.fingers = new Map();
    this.moved = false;
    const stage = camera.stage;
    stage.addEventListener('pointerdown', (event) => this.down(event));
    stage.addEventListener('pointermove', (event) => this.move(event));
    for (const name of ['pointerup', 'pointercancel']) {
      stage.addEventListener(name, (event) => this.up(/** @type {PointerEvent} */ (event)));
    }
    const swallow = (/** @type {Event} */ event) => {
      if (this.moved) event.stopPropagation();
    };
    stage.addEventListener('click', swallow, { capture: true });
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (event.button !== 0) return;
    if (this.fingers.size === 0) this.moved = false;
    this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.start = { x: event.clientX, y: event.clientY };
  }

  /** @param {PointerEvent} event */
  move(event) {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const start = this.start ?? now;
    if (!this.moved && Math.hypot(now.x - start.x, now.y - start.y) < 5 && this.fingers.size < 2) return;
    const { camera } = this;
    if (!this.moved) camera.stage.setPointerCapture(event.pointerId);
    this.moved = true;
    camera.stage.classList.add('held');
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const [was, is] = [before, now].map((finger) => Math.hypot(finger.x - other.x, finger.y - other.y));
      const at = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      camera.pan((now.x - before.x) / 2, (now.y - before.y) / 2, { smooth: false, settle: true });
      if (was > 0) camera.zoom(is / was, { at, smooth: false, settle: true });
    } else camera.pan(now.x - before.x, now.y - before.y, { smooth: false, settle: true });
    this.fingers.set(event.pointerId, now);
  }

  /** @param {PointerEvent} event */
  up(event) {
    this.fingers.delete(event.pointerId);
    if (this.fingers.size > 0) return;
    this.camera.stage.classList.remove('held');
    setTimeout(() => {
      this.moved = false;
    });
  }
}
