"use strict";
{
  const shown = document.currentScript.dataset.version;
  const events = new EventSource(`/events${location.pathname}`);
  events.onmessage = ({ data }) => {
    if (data !== shown) location.reload();
  };
}
