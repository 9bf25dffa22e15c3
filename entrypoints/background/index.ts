import { defineBackground } from 'wxt/utils/define-background';
import { onCommands } from './commands';
import { onAccess, onInstalled } from './install';
import { onMenu } from './menu';
import { onMessages } from './messages';
import { onOmnibox } from './omnibox';

// Every listener is registered at once, as the worker wakes; the corpus is loaded when the first of them needs it (./lookup).
export default defineBackground({
  type: 'module',
  main() {
    onInstalled();
    onAccess();
    onMessages();
    onMenu();
    onCommands();
    onOmnibox();
  },
});
