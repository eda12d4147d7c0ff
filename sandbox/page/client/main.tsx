import { render } from 'preact';
import { App } from './app.tsx';
import './styles/index.css';

/** Where the keyboard covers the page instead of shrinking it, the page shrinks itself. */
function followKeyboard(): void {
  const { visualViewport } = window;
  visualViewport?.addEventListener('resize', () => {
    if (visualViewport.scale !== 1) return;
    document.documentElement.style.setProperty('--height', `${visualViewport.height}px`);
  });
}

followKeyboard();
const root = document.getElementById('root');
if (root !== null) render(<App />, root);
