using CsCheck;
using KaizenGate.Core.Backlogs.Titles;

namespace KaizenGate.Core.Tests.Backlogs.Titles;

public class SimilarTitlesTests
{
    [Theory]
    [InlineData("Cache the package restore", "cache the package restore, again", 4, 5)]
    [InlineData("Add pre-commit hooks", "Add pre-commit hooks (Week 12)", 4, 4)]
    [InlineData("Migrate (phase 1)", "migrate (Phase 1)", 3, 3)]
    [InlineData("Prüfe die Größe", "PRÜFE DIE GRÖßE", 3, 3)]
    [InlineData("ビルド時間を短縮", "ビルド時間を短縮!", 7, 7)]
    [InlineData("速度改善", "速度 改善 速度改善", 3, 3)]
    [InlineData("⚡️ Faster start", "Faster start 🚀", 2, 2)]
    public void Titles_with_four_fifths_of_their_words_in_common_are_similar(
        string one,
        string other,
        int shared,
        int words
    )
    {
        var (title, earlier, likeness) = Assert.Single(Find(one, other));

        Assert.Equal((1, 0), (title, earlier));
        Assert.Equal(new Likeness(shared, words), likeness);
    }

    [Theory]
    [InlineData("Cache package restore", "Cache package restore again")]
    [InlineData("Migrate (phase 1)", "Migrate (phase 2)")]
    [InlineData("Fix login for admins", "Fix login for users")]
    [InlineData("!!!", "!!!")]
    [InlineData("速度改善", "速度測定")]
    public void Titles_with_fewer_words_in_common_are_not_similar(string one, string other) =>
        Assert.Empty(Find(one, other));

    [Fact]
    public void The_most_similar_earlier_title_is_returned()
    {
        var found = Find("a b c d e x", "a b c d e", "a b c d e y");

        // 5 of 7 words in common with the first, which is too few; 5 of 6 with the second.
        Assert.Contains(new TitleMatch(2, 1, new Likeness(5, 6)), found);
    }

    [Fact]
    public void The_result_equals_a_comparison_of_all_pairs() =>
        Gen.Int[0, 7]
            .Array[1, 9]
            .Select(words => string.Join(' ', words.Select(word => $"w{word}")))
            .Array[0, SimilarTitles.MostCandidates]
            .Sample(titles =>
            {
                var found = Find(titles).Select(match => (match.Title, match.Earlier, match.Likeness.Share)).ToList();
                Assert.Equal(AllPairs(titles), found);
            });

    [Fact]
    public void The_number_of_comparisons_is_bounded_whatever_the_titles_share()
    {
        // Nine of twenty words each: thousands of titles have their rarest words in common.
        var random = new Random(7);
        var titles = Enumerable
            .Range(0, 10_000)
            .Select(_ =>
                string.Join(' ', Enumerable.Range(0, 20).OrderBy(_ => random.Next()).Take(9).Select(word => $"w{word}"))
            )
            .ToList();
        var similar = new SimilarTitles(titles, 0.8);
        _ = similar.Find(0, (_, _) => true).Count();

        // ⌈0.8 × 9⌉ = 8, so the 2 rarest words of each title are looked up.
        Assert.InRange(similar.Comparisons, 1, 10_000 * 2 * SimilarTitles.MostCandidates);
    }

    [Fact]
    public void A_word_that_all_titles_share_costs_no_comparison()
    {
        string[] titles =
        [
            .. Enumerable.Range(0, 10_000).Select(number => $"Fix a{number} b{number} c{number} d{number}"),
        ];
        var similar = new SimilarTitles(titles, 0.8);

        Assert.Empty(similar.Find(0, (_, _) => true));
        Assert.Equal(0, similar.Comparisons);
    }

    [Fact]
    public void Only_titles_from_the_given_one_on_are_matched() =>
        Assert.Equal([2], new SimilarTitles(["a", "a", "a"], 0.8).Find(2, (_, _) => true).Select(match => match.Title));

    private static TitleMatch[] Find(params string[] titles) =>
        [.. new SimilarTitles(titles, 0.8).Find(0, (_, _) => true)];

    /// <summary>Splits, counts and compares without an index.</summary>
    private static List<(int, int, double)> AllPairs(string[] titles)
    {
        var sets = titles.Select(title => title.Split(' ').ToHashSet()).ToList();
        var found = new List<(int, int, double)>();
        for (var title = 0; title < sets.Count; title++)
        {
            var alike = Enumerable
                .Range(0, title)
                .Select(earlier =>
                    (
                        earlier,
                        share: (double)sets[title].Intersect(sets[earlier]).Count()
                            / sets[title].Union(sets[earlier]).Count()
                    )
                )
                .Where(pair => pair.share >= 0.8)
                .OrderByDescending(pair => pair.share)
                .ThenBy(pair => pair.earlier)
                .ToList();
            if (alike.Count > 0)
            {
                found.Add((title, alike[0].earlier, alike[0].share));
            }
        }

        return found;
    }
}
