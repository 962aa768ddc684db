using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using PropertyCloud.Kernel.Errors;
using PropertyCloud.Registry.Imports;
using PropertyCloud.Registry.Imports.Reading;

namespace PropertyCloud.Registry.Tests.Imports;

public sealed class SheetFileTests
{
    private const string Text = "小区,楼栋,单元,房号,姓名\r\n云汀雅苑,7,2,1502,王珊\r\n\r\n云汀雅苑,7,2,\"15\r\n03\",\"王\"\"珊\"\r\n";

    static SheetFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static List<RawRow> Read(byte[] bytes) => [.. SheetFile.Read(new MemoryStream(bytes))];
    private static DomainException Refused(byte[] bytes) => Should.Throw<DomainException>(() => Read(bytes));

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "gb18030", "utf-16", "utf-16-big"];

    private static byte[] Encode(string encoding) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(Text),
        "utf-8-bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)],
        "gb18030" => Encoding.GetEncoding("GB18030").GetBytes(Text),
        "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)],
        _ => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)],
    };

    [Theory, MemberData(nameof(Encodings))]
    public void Read_CsvInAnyEncoding_GivesTheSameRows(string encoding)
    {
        var rows = Read(Encode(encoding));
        rows.Count.ShouldBe(3);
        rows[0].Cells.ShouldBe(["小区", "楼栋", "单元", "房号", "姓名"]);
        rows[1].Number.ShouldBe(2);
        rows[2].Number.ShouldBe(4);
        rows[2].Cells[3].ShouldBe("15\r\n03");
        rows[2].Cells[4].ShouldBe("王\"珊");
    }

    [Theory]
    [InlineData("小区;楼栋\r\n甲;7")]
    [InlineData("小区\t楼栋\n甲\t7")]
    public void Read_CsvWithAnotherSeparator_FindsTheCells(string text) => Read(Encoding.UTF8.GetBytes(text))[1].Cells.ShouldBe(["甲", "7"]);

    [Fact]
    public void Read_BytesThatAreNoText_IsRefused() => Refused([0x81, 0x00, 0xFF, 0x01, 0x02]).Code.ShouldBe("registry.file-unreadable");

    [Fact]
    public void Read_OldExcel_IsRefused() => Refused([0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4, 5]).Code.ShouldBe("registry.file-old-excel");

    [Fact]
    public void Read_EmptyFile_IsRefused() => Refused([]).Code.ShouldBe("registry.file-empty");

    [Fact]
    public void Read_TooLarge_IsRefused() => Refused(new byte[ImportLimits.FileBytes + 1]).Code.ShouldBe("registry.file-too-large");

    [Fact]
    public void Read_MoreRowsThanAllowed_IsRefused() =>
        Refused(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a\n", ImportLimits.Rows + 2)))).Code.ShouldBe("registry.file-too-long");

    [Fact]
    public void Read_MoreColumnsThanAllowed_IsRefused() =>
        Refused(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, ImportLimits.Columns + 1)))).Code.ShouldBe("registry.file-too-wide");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_OwnTemplate_GivesItsRows(bool english)
    {
        var rows = Read(ImportTemplate.Make(english));
        rows.Count.ShouldBe(4);
        var reader = new RowReader(ImportColumns.From(rows[0]), new DateOnly(2026, 9, 15));
        foreach (var row in rows.Skip(1))
        {
            var (good, faults) = reader.Read(row);
            faults.ShouldBeEmpty();
            good!.Building.ShouldBe("7");
        }
    }

    [Fact]
    public void Read_XlsxWithNumbersAndDates_KeepsTheSheetsRows()
    {
        using var file = new MemoryStream();
        file.SaveAs(new[] { new Dictionary<string, object?> { ["小区"] = "甲", ["楼栋"] = 7, ["房号"] = 1502, ["手机"] = 13800138000d, ["面积"] = 98.52d, ["姓名"] = "王珊", ["入住日期"] = new DateTime(2026, 9, 1) } });
        var rows = Read(file.ToArray());
        var (row, faults) = new RowReader(ImportColumns.From(rows[0]), new DateOnly(2026, 9, 15)).Read(rows[1]);
        faults.ShouldBeEmpty();
        row!.Phone.ShouldBe("13800138000");
        row.AreaSquareMetres.ShouldBe(98.52m);
        row.From.ShouldBe(new DateOnly(2026, 9, 1));
        row.Unit.ShouldBe("1502");
    }

    [Fact]
    public void Read_XlsxWithARowLeftOut_CountsAsTheSheetDoes()
    {
        var rows = Read(Sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>小区</t></is></c></row><row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>甲</t></is></c></row>"));
        rows.Select(r => r.Number).ShouldBe([1, 5]);
    }

    [Fact]
    public void Read_XlsxWithADocumentType_IsRefused() =>
        Refused(Sheet("<row r=\"1\"/>", "<!DOCTYPE x [<!ENTITY a \"b\">]>")).Code.ShouldBe("registry.file-broken");

    [Fact]
    public void Read_XlsxBomb_IsRefused() => Refused(Sheet($"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{new string('a', 8_000_000)}</t></is></c></row>")).Code.ShouldBe("registry.file-bomb");

    [Fact]
    public void Read_XlsxWithTooManyEntries_IsRefused() => Refused(Zip(Enumerable.Range(0, 201).Select(i => ($"xl/worksheets/sheet{i}.xml", "<a/>")))).Code.ShouldBe("registry.file-bomb");

    [Fact]
    public void Read_XlsxWithAFarColumn_IsRefused() => Refused(Sheet("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>")).Code.ShouldBe("registry.file-too-wide-sheet");

    [Fact]
    public void Read_XlsxWithAFarRow_IsRefused() => Refused(Sheet("<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>")).Code.ShouldBe("registry.file-too-long");

    [Fact]
    public void Read_ZipWithoutASheet_IsRefused() => Refused(Zip([("readme.txt", "hello")])).Code.ShouldBe("registry.file-no-sheet");

    [Fact]
    public void Read_CutZip_IsRefused() => Refused([.. ImportTemplate.Make(false).Take(900)]).Code.ShouldBe("registry.file-broken");

    private static byte[] Sheet(string rows, string before = "") => Zip(
    [
        ("[Content_Types].xml", "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"),
        ("_rels/.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/worksheets/sheet1.xml", $"<?xml version=\"1.0\" encoding=\"utf-8\"?>{before}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"),
    ]);

    private static byte[] Zip(IEnumerable<(string Name, string Text)> entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
