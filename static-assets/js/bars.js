// Draws the bars of a table beside it; whoever does not see them reads the table.
'use strict';

document.querySelectorAll('[data-bars]').forEach((place) => {
  const table = document.getElementById(place.dataset.bars);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const rows = [...table.tBodies[0].rows];
  const heads = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent);
  const values = (column) => rows.map((row) => Number(row.cells[column].dataset.value));
  const colours = [colour('--du-border'), colour('--du-action')];
  place.style.height = `${rows.length * 34 + 90}px`;
  Chart.defaults.font.family = colour('--du-font');
  Chart.defaults.color = colour('--du-text');
  const chart = new Chart(place.querySelector('canvas'), {
    type: 'bar',
    data: {
      labels: rows.map((row) => row.cells[0].textContent),
      datasets: heads.map((label, i) => ({ label, data: values(i + 1), backgroundColor: colours[i], borderColor: colour('--du-text-soft'), borderWidth: 1 })),
    },
    options: {
      indexAxis: 'y', maintainAspectRatio: false, animation: false,
      scales: { x: { beginAtZero: true, ticks: { precision: 0 }, grid: { color: colour('--du-border-soft') } }, y: { grid: { display: false }, ticks: { autoSkip: false } } },
      plugins: { legend: { position: 'top', align: 'start' } },
    },
  });
  window.addEventListener('beforeprint', () => chart.resize(640, place.offsetHeight));
  window.addEventListener('afterprint', () => chart.resize());
});
