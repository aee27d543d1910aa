"""A cell's spreadsheet in the formats of Excel and OpenDocument is the same register as its CSV export, and as strictly read."""

import csv
import io
import re
import struct
import sys
import zipfile
from datetime import date, datetime, time

import pytest

import maintien as mt

FORMATS = ["xlsx", "ods", "xls", "xlsb"]
ERRORS = {"#N/A": 0x2A, "#DIV/0!": 0x07}
ROWS = [
    ["N°", "Signalé", "Origine", "Vu le", "À"],
    ["1", date(2024, 3, 1), "Reprise", date(2024, 3, 8), time(9, 30)],
    ["2", date(2024, 3, 4), "Préreprise", None, None],
]
MAPPING = {
    "format": "maintien-mapping/1",
    "dates": "dd/mm/yyyy",
    "case": "N°",
    "events": [
        {"event": "referral", "on": "Signalé", "origin": {"column": "Origine", "codes": {"Reprise": "return_visit", "Préreprise": "pre_return_visit"}}},
        {"event": "appointment", "on": "Vu le", "day": {"column": "Vu le"}, "starts": {"column": "À"}, "appointment_state": "planned"},
    ],
}


class Error(str):
    """A cell whose formula gave an error."""


class Formula(str):
    """A formula that nobody worked out."""


# ---- writing workbooks ----------------------------------------------------------------------------


def write(path, sheets, merged=()):
    """Writes sheets, name and rows, in the format that the name of the file ends in."""
    WRITERS[path.suffix[1:]](path, sheets if isinstance(sheets, dict) else {"Suivi": sheets}, merged)
    return path


def write_xlsx(path, sheets, merged):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for at, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    cell = sheet.cell(at, column, f"={value}" if isinstance(value, Formula) else str(value) if isinstance(value, Error) else value)
                    cell.data_type = "e" if isinstance(value, Error) else "s" if isinstance(value, str) and not isinstance(value, Formula) else cell.data_type
        for one in merged:
            sheet.merge_cells(one)
    book.save(path)


def write_ods(path, sheets, merged):
    pytest.importorskip("odf")
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import CoveredTableCell, Table, TableCell, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    spans = {first: last for first, last in (one.split(":") for one in merged)}
    for name, rows in sheets.items():
        table = Table(name=name)
        for at, row in enumerate(rows):
            line = TableRow()
            for column, value in enumerate(row):
                said, shown = ods_value(value)
                if (last := spans.get(f"{chr(65 + column)}{at + 1}")) is not None:
                    said |= {"numberrowsspanned": int(last[1:]) - at, "numbercolumnsspanned": ord(last[0]) - 64 - column}
                covered = any(first[0] <= chr(65 + column) <= last[0] and int(first[1:]) <= at + 1 <= int(last[1:]) and first != f"{chr(65 + column)}{at + 1}" for first, last in spans.items())
                cell = (CoveredTableCell if covered else TableCell)(**said)
                for paragraph in shown.split("\n") if shown else []:
                    cell.addElement(P(text=paragraph))
                line.addElement(cell)
            table.addElement(line)
        empty = TableRow(numberrowsrepeated=1_000_000)
        empty.addElement(TableCell(numbercolumnsrepeated=1000))
        table.addElement(empty)
        book.spreadsheet.addElement(table)
    book.save(path)


def ods_value(value):
    if value is None:
        return {}, ""
    if isinstance(value, Error):
        return {"valuetype": "string", "stringvalue": "", "formula": "of:=NA()"}, str(value)
    if isinstance(value, Formula):
        return {"formula": f"of:={value}"}, ""
    if isinstance(value, str):
        return {"valuetype": "string"}, value
    if isinstance(value, bool):
        return {"valuetype": "boolean", "booleanvalue": str(value).lower()}, str(value)
    if isinstance(value, time):
        return {"valuetype": "time", "timevalue": f"PT{value:%H}H{value:%M}M{value:%S}S"}, f"{value:%H:%M}"
    if isinstance(value, date):
        return {"valuetype": "date", "datevalue": value.isoformat()}, f"{value:%d/%m/%y}"
    return {"valuetype": "float", "value": str(value)}, f"{value:07.2f}"


def write_xls(path, sheets, merged):
    xlwt = pytest.importorskip("xlwt")
    book = xlwt.Workbook()
    shown = {date: xlwt.easyxf(num_format_str="DD/MM/YY"), datetime: xlwt.easyxf(num_format_str="DD/MM/YY HH:MM"), time: xlwt.easyxf(num_format_str="HH:MM")}
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, Error):
                    sheet.row(at).set_cell_error(column, ERRORS[value])
                elif isinstance(value, Formula):
                    pytest.skip("xlwt writes formulas with a result")
                elif value is not None:
                    sheet.write(at, column, value, *([shown[type(value)]] if type(value) in shown else []))
        for first, last in (one.split(":") for one in merged):
            sheet.merge(int(first[1:]) - 1, int(last[1:]) - 1, ord(first[0]) - 65, ord(last[0]) - 65)
    book.save(path)


def write_xlsb(path, sheets, merged):
    """No library writes .xlsb: these are the few records that a workbook needs."""

    def record(kind, held=b""):
        head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
        size = b""
        left = len(held)
        while True:
            size += bytes([left & 0x7F | (0x80 if left > 0x7F else 0)])
            left >>= 7
            if not left:
                return head + size + held

    def text(value):
        return struct.pack("<I", len(value)) + value.encode("utf-16-le")

    def cell(column, value):
        style = 1 if isinstance(value, (date, datetime)) else 2 if isinstance(value, time) else 0
        head = struct.pack("<I", column) + bytes([style, 0, 0, 0])
        if isinstance(value, Error):
            return record(3, head + bytes([ERRORS[value]])) if value == "#N/A" else record(11, head + bytes([ERRORS[value]]) + bytes(10))
        if isinstance(value, Formula):
            pytest.skip("formulas of .xlsb always have a result")
        if isinstance(value, bool):
            return record(4, head + bytes([value]))
        if isinstance(value, str):
            return record(6, head + text(value))
        if isinstance(value, time):
            value = (value.hour * 60 + value.minute) / 1440
        elif isinstance(value, date):
            value = (datetime(value.year, value.month, value.day, *((value.hour, value.minute) if isinstance(value, datetime) else ())) - datetime(1899, 12, 30)).total_seconds() / 86400
        return record(5, head + struct.pack("<d", value))

    main, relations = "http://schemas.openxmlformats.org", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<?xml version="1.0"?><Types xmlns="{main}/package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>')
        archive.writestr("_rels/.rels", f'{relations}<Relationship Id="rId1" Type="{main}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>')
        targets = "".join(f'<Relationship Id="rId{n}" Type="{main}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{n}.bin"/>' for n in range(1, len(sheets) + 1))
        targets += f'<Relationship Id="rIds" Type="{main}/officeDocument/2006/relationships/styles" Target="styles.bin"/>'
        archive.writestr("xl/_rels/workbook.bin.rels", relations + targets + "</Relationships>")
        books = b"".join(record(156, struct.pack("<II", 0, n) + text(f"rId{n}") + text(name)) for n, name in enumerate(sheets, 1))
        archive.writestr("xl/workbook.bin", record(131) + record(153, bytes(8) + text("")) + record(143) + books + record(144) + record(132))
        formats = b"".join(record(47, struct.pack("<HHHHHHHBB", 0, number, 0, 0, 0, 0, 0, 0, 0)[:16]) for number in (0, 14, 20))
        archive.writestr("xl/styles.bin", record(278) + record(617, struct.pack("<I", 3)) + formats + record(618) + record(279))
        for n, rows in enumerate(sheets.values(), 1):
            wide = max(map(len, rows))
            lines = b"".join(record(0, struct.pack("<I", at) + bytes(13)) + b"".join(cell(c, v) for c, v in enumerate(row) if v is not None) for at, row in enumerate(rows))
            ranges = b"".join(record(176, struct.pack("<4I", int(first[1:]) - 1, int(last[1:]) - 1, ord(first[0]) - 65, ord(last[0]) - 65)) for first, last in (one.split(":") for one in merged))
            size = struct.pack("<4I", 0, max(len(rows) - 1, 0), 0, max(wide - 1, 0))
            archive.writestr(f"xl/worksheets/sheet{n}.bin", record(129) + record(148, size) + record(145) + lines + record(146) + ranges + record(130))


WRITERS = {"xlsx": write_xlsx, "ods": write_ods, "xls": write_xls, "xlsb": write_xlsb}


@pytest.fixture(autouse=True)
def calamine():
    pytest.importorskip("python_calamine", reason="no python-calamine: the extra spreadsheet is not installed")


@pytest.fixture(params=FORMATS)
def suffix(request):
    return request.param


def faults_of(table, mapping=MAPPING, **options):
    with pytest.raises(mt.DocumentError) as caught:
        mt.import_table(table, mapping, **options)
    return caught.value


def told(error):
    return [(one.line, one.column, one.pointer, one.found) for one in error.problems]


def jsonl(events, tmp_path):
    events.write(tmp_path / "written.jsonl")
    return (tmp_path / "written.jsonl").read_bytes()


def exported(rows):
    """The CSV that a French spreadsheet program exports."""

    def shown(cell):
        return "" if cell is None else f"{cell:%d/%m/%Y}" if isinstance(cell, date) else f"{cell:%H:%M}" if isinstance(cell, time) else str(cell)

    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([shown(cell) for cell in row] for row in rows)
    return out.getvalue().encode("windows-1252")


def as_cells(text):
    """A cell of the invented table as a spreadsheet program holds what was typed."""
    if re.fullmatch(r"\d\d/\d\d/\d{4}", text):
        return datetime.strptime(text, "%d/%m/%Y").date()
    return int(text) if text.isdigit() else text or None


@pytest.fixture(scope="module")
def invented_rows(table):
    return list(csv.reader(io.StringIO(table.read_bytes().decode("windows-1252")), delimiter=";"))


# ---- the same register ----------------------------------------------------------------------------


@pytest.mark.parametrize("typed", [as_cells, lambda text: text or None], ids=["typed cells", "text cells"])
def test_a_sheet_is_the_register_of_its_export(suffix, typed, invented_rows, mapping, cell, tmp_path):
    path = write(tmp_path / f"cellule.{suffix}", [[typed(text) for text in row] for row in invented_rows])
    events = mt.import_table(path, mapping)
    assert jsonl(events, tmp_path) == jsonl(cell, tmp_path) and events.unmapped_columns == cell.unmapped_columns
    assert [one.replace(f"{path}[Suivi]", "") for one in events.remarks] == [one.replace(str(mapping.parent / "cellule.csv"), "") for one in cell.remarks]
    assert list(mt.import_table(path.read_bytes(), mapping, sheet="Suivi")) == list(cell)


@pytest.mark.parametrize("dates", ["auto", "dd/mm/yyyy", "YYYY-MM-DD"])
def test_a_date_cell_is_its_day_whatever_the_mapping_says(suffix, dates, tmp_path):
    rows = [ROWS[0], [1.0, *ROWS[1][1:]], [2, datetime(2024, 3, 4), *ROWS[2][2:]]]
    events = mt.import_table(write(tmp_path / f"t.{suffix}", rows), MAPPING | {"dates": dates, "encoding": "windows-1252", "delimiter": ";"})
    assert jsonl(events, tmp_path) == jsonl(mt.import_table(exported(ROWS), MAPPING), tmp_path)
    assert [one["starts"] for one in events if "starts" in one] == [time(9, 30)]


def test_a_date_typed_as_text_is_written_as_the_mapping_says(suffix, tmp_path):
    rows = [ROWS[0], ["1", date(2024, 3, 1), "Reprise", None, None], ["2", "04/03/2024", "Reprise", None, None], ["3", "2024-03-04", "Reprise", None, None]]
    path = write(tmp_path / f"t.{suffix}", rows)
    for dates, place in (("dd/mm/yyyy", 4), ("YYYY-MM-DD", 3), ("auto", 4)):
        error = faults_of(path, MAPPING | {"dates": dates})
        assert [(line, column, header) for line, column, header, _ in told(error)] == [(place, 2, "Signalé")]
    assert "row 2" in error.problems[0].expected and error.problems[0].file == f"{path}[Suivi]"


def test_numbers_truths_and_texts_are_what_was_typed(suffix, tmp_path):
    mapping = MAPPING | {"case_attributes": {"birth_year": {"column": "Né"}, "centre": {"column": "Centre"}, "disabled_worker": {"column": "RQTH"}}}
    rows = [[*ROWS[0], "Né", "Centre", "RQTH"], [20240001.0, *ROWS[1][1:], 1966.0, " 01 ", True], ["007", *ROWS[2][1:], 1970, 2.5, False]]
    one, _, two = mt.import_table(write(tmp_path / f"t.{suffix}", rows), mapping)
    assert (one["case"], one["birth_year"], one["centre"], one["disabled_worker"]) == ("20240001", 1966, "01", True)
    assert (two["case"], two["birth_year"], two["centre"], two["disabled_worker"]) == ("007", 1970, "2.5", False)


def test_empty_rows_and_columns_before_the_header_are_passed_over(suffix, tmp_path):
    rows = [[None], [None], *([None, *row] for row in ROWS[:2]), [None], [None, *ROWS[2]]]
    events = mt.import_table(write(tmp_path / f"t.{suffix}", rows), MAPPING)
    assert (len(events), events.skipped_empty_rows, events.unmapped_columns) == (3, 3, [])


# ---- as strict ------------------------------------------------------------------------------------


def test_every_fault_is_told_at_once_where_a_person_sees_it(suffix, tmp_path):
    rows = [
        [None],
        ["Note", *ROWS[0]],
        ["a\nb", "1", "31/02/2024", "Reprise", None, None],
        ["a, \"b\"\n", "2", Error("#N/A"), "Reprise\nici", Error("#DIV/0!"), None],
        [Error("#N/A"), "2", date(2024, 3, 1), "Repris", None, None],
        [None, None, datetime(2024, 3, 1, 14, 30), "Reprise", None, None],
    ]
    error = faults_of(write(tmp_path / f"t.{suffix}", rows))
    assert told(error) == [
        (3, 3, "Signalé", '"31/02/2024"'),
        (4, 3, "Signalé", '"#N/A"'),
        (4, 4, "Origine", '"Reprise\\nici"'),
        (4, 5, "Vu le", '"#DIV/0!"'),
        (5, 2, "N°", '"2"'),
        (5, 4, "Origine", '"Repris"'),
        (6, 2, "N°", "nothing"),
        (6, 3, "Signalé", '"01/03/2024 14:30"'),
    ]
    assert error.total == 8 and "it stands on row 4" in error.problems[4].expected and 'perhaps "Reprise"' in error.problems[5].expected
    assert str(error).splitlines()[1] == f'{tmp_path}/t.{suffix}[Suivi]:4:3: Signalé: found "#N/A" expected a value, not the error of a formula'


def calc_cell(text, more=""):
    return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'


CALC_DAY = '<table:table-cell office:value-type="date" office:date-value="2024-03-01"><text:p>01/03/24</text:p></table:table-cell>'


def write_as_calc(path, rows):
    """Writes rows of cells as LibreOffice Calc does, under the header, and the million of empty rows that it says are below."""
    names = "".join(f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0" ' for one in ("office", "table", "text"))
    below = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    written = "".join(f"<table:table-row{more}>{''.join(cells)}</table:table-row>" for more, *cells in (["", *map(calc_cell, ROWS[0])], *rows))
    content = f"""<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
<office:body><office:spreadsheet><table:table table:name="Suivi">{written}{below}</table:table></office:spreadsheet></office:body></office:document-content>"""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>')
        archive.writestr("content.xml", content)
    return path


def test_errors_and_repeated_cells_are_found_as_calc_writes_them(tmp_path):
    error = calc_cell("Err:502", ' table:formula="of:=SQRT(-1)" office:string-value="" calcext:value-type="error"')
    zero = '<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>#DIV/0!</text:p></table:table-cell>'
    rows = [
        ["", calc_cell("1"), CALC_DAY, calc_cell("Reprise"), error, "<table:table-cell/>"],
        [' table:number-rows-repeated="2"', calc_cell("2"), zero, calc_cell("Reprise"), '<table:table-cell table:number-columns-repeated="2"/>'],
    ]
    found = told(faults_of(write_as_calc(tmp_path / "calc.ods", rows)))
    assert found == [(2, 4, "Vu le", '"Err:502"'), (3, 2, "Signalé", '"#DIV/0!"'), (4, 1, "N°", '"2"'), (4, 2, "Signalé", '"#DIV/0!"')]


def test_a_formula_whose_result_is_an_empty_text_is_an_empty_cell_as_calc_writes_it(tmp_path):
    under_a_date, plain = ("<text:p/></table:table-cell>", ' office:value-type="string" office:string-value="" calcext:value-type="string"/>')
    formula = '<table:table-cell table:formula="of:=IF([.A2]=&quot;1&quot;;&quot;&quot;;[.B2])"'
    path = write_as_calc(tmp_path / "calc.ods", [["", calc_cell("1"), CALC_DAY, calc_cell("Reprise"), formula + ">" + under_a_date, formula + plain]])
    assert [entry["event"] for entry in mt.import_table(path, MAPPING)] == ["referral"]


def test_a_formula_that_nobody_worked_out_is_no_empty_cell(suffix, tmp_path):
    error = faults_of(write(tmp_path / f"t.{suffix}", [ROWS[0], ["1", date(2024, 3, 1), "Reprise", Formula("B2+7"), None]]))
    assert told(error) == [(2, 4, "Vu le", "a formula without its result")]


def test_a_merged_cell_hides_no_day(suffix, tmp_path):
    rows = [ROWS[0], ROWS[1], ["2", None, "Reprise", None, None]]
    error = faults_of(write(tmp_path / f"t.{suffix}", rows, merged=["B2:B3"]))
    assert told(error) == [(2, 2, "Signalé", "a cell merged over B2:B3")]
    unread = [[*row, note] for row, note in zip(ROWS, ("Note", "x", None), strict=True)]
    assert len(mt.import_table(write(tmp_path / f"u.{suffix}", unread, merged=["F2:F3"]), MAPPING)) == 3


def test_headers_are_those_of_the_mapping(suffix, tmp_path):
    twice = [[*ROWS[0], "Signalé"], [*ROWS[1], None]]
    assert told(faults_of(write(tmp_path / f"a.{suffix}", twice))) == [(1, 0, "", 'the column "Signalé" twice')]
    titled = [["Suivi 2024", None, None, None, None], *ROWS]
    error = faults_of(write(tmp_path / f"b.{suffix}", titled))
    assert {found for *_, found in told(error)} == {f'no column "{name}"' for name in ROWS[0]}
    assert all(problem.expected.endswith('this one with "Suivi 2024" alone: a title, or another delimiter?') for problem in error.problems)


def test_a_fault_under_a_header_of_two_lines_is_one_line(suffix, tmp_path):
    mapping = {"format": "maintien-mapping/1", "case": "N°", "events": [{"event": "entry", "on": "Date\nentrée"}]}
    error = faults_of(write(tmp_path / f"t.{suffix}", [["N°", "Date\nentrée"], ["1", "demain"]]), mapping)
    assert [line.split(": ")[1] for line in str(error).splitlines()[:-1]] == [r"Date\nentrée"]


def test_rejects_name_the_rows_of_the_sheet(suffix, tmp_path):
    rows = [[None], *ROWS, ["3", Error("#N/A"), "Repris", None, None], ["4", date(2024, 3, 5), "Repris", None, None]]
    events = mt.import_table(write(tmp_path / f"t.{suffix}", rows), MAPPING, rejects=tmp_path / "rejects.csv")
    assert (events.cases, events.rejected, events.rejected_rows) == (2, 2, 2)
    with (tmp_path / "rejects.csv").open(encoding="utf-8", newline="") as file:
        head, *lines = csv.reader(file)
    assert head == ["line", "column", "found", "expected", "row"]
    assert [(line, column, found, row) for line, column, found, _, row in lines] == [("5", "2", '"#N/A"', "3,#N/A,Repris,,"), ("6", "3", '"Repris"', "4,05/03/2024,Repris,,")]
    with pytest.raises(mt.DocumentError, match="written"):
        mt.import_table(tmp_path / f"t.{suffix}", MAPPING, rejects=tmp_path / "nowhere" / "rejects.csv")


# ---- which sheet ----------------------------------------------------------------------------------


def test_one_of_several_sheets_is_named(suffix, tmp_path):
    path = write(tmp_path / f"t.{suffix}", {"Listes": [["x"]], "Suivi": [ROWS[0], ["1", Error("#N/A"), "Reprise", None, None]], "2024": ROWS})
    assert len(mt.import_table(path, MAPPING, sheet="2024")) == 3
    assert told(faults_of(path, sheet="Suivi")) == [(2, 2, "Signalé", '"#N/A"')]
    assert faults_of(path).problems[0].found == '3 sheets: "Listes", "Suivi", "2024"'
    assert faults_of(path, sheet="2023").problems[0].expected == 'one of "Listes", "Suivi", "2024"'


def test_a_hidden_sheet_and_a_chart_are_told_from_tables(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    write(tmp_path / "t.xlsx", {"Listes": [["x"]], "Suivi": [ROWS[0], ["1", Error("#N/A"), "Reprise", None, None]]})
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    book.create_chartsheet("Courbe", 0)
    book["Listes"].sheet_state = "hidden"
    book.save(tmp_path / "t.xlsx")
    assert faults_of(tmp_path / "t.xlsx").problems[0].found == '2 sheets: "Listes" (hidden), "Suivi"'
    assert told(faults_of(tmp_path / "t.xlsx", sheet="Suivi")) == [(2, 2, "Signalé", '"#N/A"')]


def test_days_counted_from_1904_are_days(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for row in ROWS:
        book.active.append(row)
    book.save(tmp_path / "mac.xlsx")
    assert jsonl(mt.import_table(tmp_path / "mac.xlsx", MAPPING), tmp_path) == jsonl(mt.import_table(exported(ROWS), MAPPING), tmp_path)


def test_a_csv_has_no_sheet_whatever_its_name(tmp_path):
    (tmp_path / "t.xls").write_bytes(exported(ROWS))
    assert len(mt.import_table(tmp_path / "t.xls", MAPPING)) == 3
    for verb in (lambda **options: mt.import_table(tmp_path / "t.xls", MAPPING, **options), lambda **options: mt.mapping_draft(tmp_path / "t.xls", **options)):
        with pytest.raises(ValueError, match="sheet: found 'Suivi'"):
            verb(sheet="Suivi")


@pytest.mark.parametrize("content", [b"PK\x03\x04 and no more", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more"])
def test_a_broken_workbook_is_a_fault_of_the_document(content):
    assert "cannot be read as a workbook" in faults_of(content).problems[0].found


def test_an_empty_sheet_has_no_header(suffix, tmp_path):
    assert told(faults_of(write(tmp_path / f"t.{suffix}", [[None]]))) == [(1, 0, "", "no header")]


def test_a_faulty_mapping_is_told_as_ever(suffix, tmp_path):
    path = write(tmp_path / f"t.{suffix}", ROWS)
    (tmp_path / "m.json").write_text("{", encoding="utf-8")
    for mapping in (tmp_path / "m.json", {"format": "maintien-mapping/1", "case": "N°", "events": 3}, tmp_path / "none.json"):
        assert all(one.file != f"{path}[Suivi]" for one in faults_of(path, mapping).problems)


def test_without_the_library_the_extra_is_named(monkeypatch, tmp_path):
    path = write(tmp_path / "t.xlsb", ROWS)
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(ImportError, match=r"pip install 'maintien\[spreadsheet\]'"):
        mt.import_table(path, MAPPING)


# ---- drafts ---------------------------------------------------------------------------------------


def test_a_draft_is_that_of_the_export(suffix, invented_rows, table, tmp_path):
    path = write(tmp_path / f"cellule.{suffix}", {"Suivi": [[as_cells(text) for text in row] for row in invented_rows], "Listes": [["x"]]})
    draft, of_export = mt.mapping_draft(path, sheet="Suivi"), mt.mapping_draft(table)
    assert draft.mapping == of_export.mapping and draft.notes == of_export.notes
