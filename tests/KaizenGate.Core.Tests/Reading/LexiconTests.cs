using System.Text.RegularExpressions;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>The files of the vocabulary: well-formed, complete in each language, and without contradictions.</summary>
public sealed partial class LexiconTests
{
    /// <summary>Keys of which a word has one meaning. A title is only a header, so its words can also be labels.</summary>
    private static readonly string[] Groups = ["status.", "level.", "size.", "category.", "field."];

    private static readonly string[] NotExclusive = ["status.fieldOnly", "status.weak", "field.title"];

    public static TheoryData<string> Languages => [.. Lexicon.Languages];

    public static TheoryData<string> Files => [.. Lexicon.Languages, Lexicon.Emoji];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_line_is_a_key_with_words_or_a_remark(string file) =>
        Assert.All(Lexicon.TextOf(file).Split('\n'), line => Assert.Matches(Line(), line));

    [Theory]
    [MemberData(nameof(Files))]
    public void No_key_and_no_word_of_a_key_is_there_twice(string file)
    {
        Assert.Empty(KeysOf(file).GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.All(
            KeysOf(file),
            key =>
                Assert.Empty(
                    Lexicon
                        .Words(key, file)
                        .GroupBy(word => word, StringComparer.OrdinalIgnoreCase)
                        .Where(group => group.Count() > 1)
                        .Select(group => group.Key)
                )
        );
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_language_has_each_key(string language) =>
        Assert.Equal(KeysOf("en").Order(StringComparer.Ordinal), KeysOf(language).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_word_is_in_the_script_of_its_language_and_fits_the_look_up(string language) =>
        Assert.All(
            KeysOf(language)
                .SelectMany(key => Lexicon.Words(key, language))
                .Select(word => TextNormalizer.Normalize(word)),
            word =>
            {
                Assert.InRange(word.Length, 1, 40);
                Assert.Equal(Lexicon.NotLatin.Contains(language), Lexicon.IsNotLatin(word));
            }
        );

    /// <summary>All languages are read at once, so a word means the same in each.</summary>
    [Fact]
    public void No_placeholder_begins_with_a_digit() =>
        Assert.DoesNotContain(
            Lexicon.Words("placeholder"),
            word => char.IsAsciiDigit(TextNormalizer.Normalize(word)[0])
        );

    [Fact]
    public void No_word_has_two_meanings() =>
        Assert.Empty(
            Groups.SelectMany(group =>
                Lexicon
                    .Languages.SelectMany(language => Meanings(group, language))
                    .Distinct()
                    .GroupBy(one => one.Word, one => one.Key)
                    .Where(word => word.Count() > 1)
                    .Select(word => $"{word.Key}: {string.Join(", ", word)}")
            )
        );

    [Fact]
    public void A_word_only_for_fields_in_a_language_is_only_for_fields_in_all()
    {
        var fieldOnly = Lexicon.Set("status.fieldOnly");

        Assert.Empty(
            from language in Lexicon.Languages
            let own = Lexicon
                .Words("status.fieldOnly", language)
                .Select(word => TextNormalizer.Normalize(word))
                .ToHashSet()
            from one in Meanings("status.", language)
            where fieldOnly.Contains(one.Word) && !own.Contains(one.Word)
            select $"{language}: {one.Word}"
        );
    }

    [Fact]
    public void Each_field_has_labels_and_each_label_is_of_a_field() =>
        Assert.Equal(
            FieldCatalog.Table.WithLabels.Select(field => $"field.{field.Name}").Order(StringComparer.Ordinal),
            KeysOf("en").Where(key => key.StartsWith("field.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_label_that_an_edit_writes_is_the_first_English_one() =>
        Assert.All(
            FieldCatalog.Table.WithLabels,
            field => Assert.Equal(field.Spelling, Lexicon.Words($"field.{field.Name}", "en")[0])
        );

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_status_that_only_a_field_has_is_a_status(string language) =>
        Assert.All(
            Lexicon.Words("status.fieldOnly", language).Concat(Lexicon.Words("status.weak", language)),
            word => Assert.NotNull(StatusWords.Find(TextNormalizer.Normalize(word)))
        );

    [Fact]
    public void A_sign_has_one_status_and_is_found_as_a_mark() =>
        Assert.All(
            KeysOf(Lexicon.Emoji).Where(key => key.StartsWith("sign.", StringComparison.Ordinal)),
            key =>
                Assert.All(
                    Lexicon.Words(key, Lexicon.Emoji),
                    sign =>
                    {
                        Assert.Equal(sign.Length, Marks.LengthAt(sign));
                        Assert.Equal(sign, Marks.Plain(sign));
                    }
                )
        );

    private static IEnumerable<(string Word, string Key)> Meanings(string group, string language) =>
        KeysOf(language)
            .Where(key => key.StartsWith(group, StringComparison.Ordinal) && !NotExclusive.Contains(key))
            .SelectMany(key => Lexicon.Words(key, language), (key, word) => (TextNormalizer.Normalize(word), key));

    private static IEnumerable<string> KeysOf(string file) =>
        Lexicon
            .TextOf(file)
            .Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]);

    [GeneratedRegex(@"^(#.*|[a-zA-Z.]+: [^,\s][^,]*(, [^,\s][^,]*)*)?$")]
    private static partial Regex Line();
}
