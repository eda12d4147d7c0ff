/** Three dots that breathe, for whatever is under way; say in words beside it what that is. */
export function Dots() {
  return (
    <span class="dots" aria-hidden="true">
      <span />
      <span />
      <span />
    </span>
  );
}
