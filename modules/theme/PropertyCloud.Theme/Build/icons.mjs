/** Icons that the theme itself draws or that data may name (catalogue items, menu entries made at run time). */
export const baseIcons = [
  'alarm', 'alert-circle', 'alert-triangle', 'arrow-left', 'arrow-right', 'ban', 'bell', 'bolt', 'book', 'box', 'briefcase', 'building', 'building-community',
  'bulb', 'calendar', 'camera', 'chart-bar', 'check', 'checklist', 'chevron-down', 'chevron-left', 'chevron-right', 'chevron-up', 'circle-check',
  'circle-dashed', 'clipboard-check', 'clipboard-list', 'clock', 'clock-exclamation', 'clock-play', 'clock-x', 'cloud-check', 'confetti', 'copy', 'device-mobile',
  'dots', 'door', 'download', 'droplet', 'elevator', 'eye', 'eye-off', 'file-spreadsheet', 'files', 'filter', 'flag', 'heart', 'help-circle', 'history', 'home',
  'home-edit', 'info-circle', 'key', 'keyboard', 'language', 'layout-kanban', 'link', 'list', 'list-check', 'list-details', 'lock', 'login', 'logout', 'mail',
  'map-pin', 'menu-2', 'message', 'message-circle', 'message-report', 'messages', 'minus', 'moon', 'palette', 'paperclip', 'pencil', 'phone', 'phone-call',
  'photo', 'plant-2', 'player-pause', 'player-play', 'plug', 'plus', 'printer', 'qrcode', 'receipt-yuan', 'refresh', 'refresh-alert', 'rotate', 'search', 'send',
  'settings', 'shield-check', 'shopping-bag', 'smart-home', 'sparkles', 'speakerphone', 'star', 'sun', 'text-size', 'ticket', 'tool', 'tools', 'transfer', 'trash',
  'truck', 'upload', 'user', 'user-check', 'user-off', 'user-plus', 'user-question', 'users', 'users-group', 'volume', 'volume-off', 'walk', 'wallet', 'wash', 'wifi-off',
  'window', 'x',
];
