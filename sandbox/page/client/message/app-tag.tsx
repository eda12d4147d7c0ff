/** The mark that Discord puts behind an app's name. */
export function AppTag() {
  return <span class="app-tag">APP</span>;
}
