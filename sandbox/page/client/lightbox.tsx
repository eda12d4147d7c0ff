import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Picture } from './context.ts';
import { CloseIcon } from './icons.tsx';

interface LightboxProps {
  readonly picture: Picture;
  readonly onClose: () => void;
}

/** A picture over the whole page, with its description. */
export function Lightbox({ picture, onClose }: LightboxProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="lightbox" ref={dialog} aria-label="Picture" onClose={onClose}>
      <button type="button" class="lightbox-close icon-button" aria-label="Close picture" onClick={onClose}>
        <CloseIcon size={26} />
      </button>
      <img src={picture.url} alt={picture.alt} />
      {picture.alt === '' ? null : <p aria-hidden="true">{picture.alt}</p>}
    </dialog>
  );
}
