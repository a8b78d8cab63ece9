/* A table is sorted by a click on the head of a column, and the other way by the next. */
for (const table of all("table")) {
  for (const button of all("button[data-sort]", table)) {
    button.addEventListener("click", () => {
      const head = button.closest("th"), column = Number(button.dataset.sort);
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of all("th", table)) if (other.hasAttribute("aria-sort")) other.setAttribute("aria-sort", "none");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const body = $("tbody", table);
      const value = (row) => { const cell = row.cells[column]; return cell.dataset.v ?? cell.textContent; };
      const rows = Array.from(body.rows, (row) => [value(row), row]);
      const numbers = rows.every(([text]) => text === "" || !Number.isNaN(Number(text)));
      const language = new Intl.Collator(document.documentElement.lang);
      rows.sort(([one], [other]) => numbers ? Number(one) - Number(other) : language.compare(one, other));
      if (down) rows.reverse();
      body.append(...rows.map(([, row]) => row));
    });
  }
}
