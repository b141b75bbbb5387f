using System.Text;
using CsCheck;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Tests.Settings;

public sealed class SettingsPropertyTests
{
    private static readonly ObjectType<SettingsLayer> Shape = SettingsKeys.File(SettingsFolder.Rules);

    private static readonly string[] Fragments =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        " ",
        "\n",
        "//",
        "/*",
        "*/",
        "\\u",
        "d800",
        "0",
        "1",
        "-1",
        "1e999",
        "null",
        "true",
        "\"people\"",
        "\"scoring\"",
        "\"formula\"",
        "\"high\"",
        "\"medium\"",
        "\"rules\"",
        "\"KZ301\"",
        "\"unscored\"",
        "\"off\"",
        "\"minCaptured\"",
        "\"metrics\"",
        "\"better\"",
        "\"fields\"",
        "\"impact\"",
        "\"reading\"",
        "\"sections\"",
        "\"boxes\"",
        "\"done\"",
        "\"maxFileSize\"",
        "\"extends\"",
    ];

    private static readonly Gen<string> Fragment = Gen.Int[0, Fragments.Length - 1].Select(index => Fragments[index]);

    private static readonly Gen<byte[]> Content = Gen.OneOf(
        Gen.Byte.Array[0, 40],
        Fragment.Array[0, 30].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts))),
        Gen.Select(Fragment.Array[0, 9], Gen.Byte.Array[0, 3])
            .Select((parts, bytes) => (byte[])[.. Encoding.UTF8.GetBytes(string.Concat(parts)), .. bytes])
    );

    [Fact]
    public void Any_bytes_are_settings_or_an_error_with_a_place_in_them() =>
        Content.Sample(bytes =>
        {
            try
            {
                var cursor = new JsonCursor(new SettingsText("kaizen.json", bytes));
                var change = Shape.Read(ref cursor, "");
                cursor.End();
                Assert.NotNull(change(SettingsLayer.Empty).Finish(SettingsFolder.Rules));
            }
            catch (InputException exception)
            {
                var lines = bytes.Count(sign => sign is (byte)'\n' or (byte)'\r') + 1;
                Assert.InRange(exception.Error.Line!.Value, 1, lines);
                Assert.InRange(exception.Error.Column!.Value, 1, bytes.Length + 1);
            }
        });

    [Fact]
    public void A_place_does_not_depend_on_the_order_of_the_questions() =>
        Gen.Select(Gen.String["ab\n\ré𝄞"], Gen.Int[0, 30].Array[1, 5])
            .Sample(
                (text, offsets) =>
                {
                    var bytes = Encoding.UTF8.GetBytes(text);
                    var asked = new SettingsText("kaizen.json", bytes);
                    foreach (var offset in offsets.Select(offset => Math.Min(offset, bytes.Length)))
                    {
                        Assert.Equal(
                            new SettingsText("kaizen.json", bytes).LocationOf(offset),
                            asked.LocationOf(offset)
                        );
                    }
                }
            );
}
