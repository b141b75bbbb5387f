using CsCheck;
using KaizenGate.Core.Editing.Merging;

namespace KaizenGate.Core.Tests.Editing.Merging;

/// <summary>Two branches do to a backlog what people do: add, complete, rescore, retitle, delete and write in between.</summary>
public class MergePropertyTests
{
    private sealed record Step(int Kind, int Item, int Value);

    private static readonly Gen<Step[]> Steps = Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7], Gen.Int[1, 10])
        .Select((kind, item, value) => new Step(kind, item, value))
        .Array[0, 6];

    private static readonly Gen<MergeSample.Shape> Shapes = Gen.Enum<MergeSample.Shape>();

    [Fact]
    public void Only_text_that_a_side_deleted_is_missing() =>
        Gen.Select(Shapes, Steps, Steps)
            .Sample(
                (shape, ours, theirs) =>
                {
                    var (was, our, their) = Sides(shape, ours, theirs);
                    var merged = Words(Text(Merge.Of(was, our, their)));
                    var (before, one, other) = (Words(was), Words(our), Words(their));
                    foreach (var word in one.Keys.Union(other.Keys))
                    {
                        var (old, here, there) = (Count(before, word), Count(one, word), Count(other, word));
                        var kept = old - Math.Max(0, old - here) - Math.Max(0, old - there);
                        var added = Math.Max(0, Math.Max(here - old, there - old));
                        Assert.True(Count(merged, word) >= kept + added, $"{word}\n---\n{our}\n---\n{their}");
                    }
                },
                iter: 300
            );

    [Fact]
    public void Different_improvements_never_conflict() =>
        Gen.Select(Shapes, Steps, Steps)
            .Sample(
                (shape, ours, theirs) =>
                {
                    // Ours touches the first half, theirs the second.
                    var (was, our, their) = Sides(
                        shape,
                        [.. ours.Select(step => step with { Item = step.Item / 2 })],
                        [.. theirs.Select(step => step with { Item = 4 + (step.Item / 2) })]
                    );
                    Assert.True(Merge.Of(was, our, their).Conflicts == 0, Text(Merge.Of(was, our, their)));
                },
                iter: 300
            );

    /// <summary>Improvements that both sides moved to the same place are there in either order.</summary>
    [Fact]
    public void Swapping_the_sides_does_not_change_a_merge_without_conflicts() =>
        Gen.Select(Shapes, Steps, Steps)
            .Sample(
                (shape, ours, theirs) =>
                {
                    var (was, our, their) = Sides(
                        shape,
                        [.. ours.Select(step => step with { Item = step.Item / 2 })],
                        [.. theirs.Select(step => step with { Item = 4 + (step.Item / 2) })]
                    );
                    Assert.Equal(Lines(Merge.Of(was, our, their)), Lines(Merge.Of(was, their, our)));
                },
                iter: 300
            );

    [Fact]
    public void A_side_that_changed_nothing_leaves_the_other_byte_for_byte() =>
        Gen.Select(Shapes, Steps)
            .Sample(
                (shape, steps) =>
                {
                    var (was, our, _) = Sides(shape, steps, []);
                    Assert.Equal(our, Text(Merge.Of(was, our, was)));
                    Assert.Equal(our, Text(Merge.Of(was, was, our)));
                    Assert.Equal(our, Text(Merge.Of(was, our, our)));
                },
                iter: 300
            );

    private static (string Was, string Ours, string Theirs) Sides(
        MergeSample.Shape shape,
        Step[] ours,
        Step[] theirs
    ) =>
        (
            new MergeSample(shape, 'o').Text(),
            Done(new MergeSample(shape, 'o'), ours),
            Done(new MergeSample(shape, 't'), theirs)
        );

    private static string Done(MergeSample sample, Step[] steps)
    {
        foreach (var step in steps)
        {
            sample.Do(step.Kind, step.Item, step.Value);
        }

        return sample.Text();
    }

    private static string Text(MergedBacklog merged) => System.Text.Encoding.UTF8.GetString(merged.Bytes.Span);

    /// <summary>By words, since a box and a title on one line may come from two sides.</summary>
    private static Dictionary<string, int> Words(string text) =>
        text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).CountBy(word => word).ToDictionary();

    private static int Count(Dictionary<string, int> words, string word) => words.GetValueOrDefault(word);

    private static IEnumerable<string> Lines(MergedBacklog merged) =>
        Text(merged).Split('\n').Select(line => line.TrimEnd('\r')).Order(StringComparer.Ordinal);
}
