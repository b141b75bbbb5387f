using CsCheck;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Backlogs;

/// <summary>Compares formulas with the evaluation of their expression tree.</summary>
public sealed class FormulaPropertyTests
{
    private static readonly double[] Values = [8, 2, 0.5];

    private static readonly string[] Names = ["impact", "jobSize", "time_left"];

    private abstract record Node
    {
        public sealed record Number(int Value) : Node;

        public sealed record Name(int Index) : Node;

        public sealed record Minus(Node Inner) : Node;

        public sealed record Pair(char Sign, Node Left, Node Right) : Node;
    }

    private static readonly Gen<Node> Leaf = Gen.OneOf(
        Gen.Int[0, 20].Select(value => (Node)new Node.Number(value)),
        Gen.Int[0, 2].Select(index => (Node)new Node.Name(index))
    );

    private static readonly Gen<Node> Tree = Enumerable
        .Range(0, 4)
        .Aggregate(
            Leaf,
            (inner, _) =>
                Gen.OneOf(
                    Leaf,
                    inner.Select(node => (Node)new Node.Minus(node)),
                    Gen.Select(
                        Gen.Char["+-*/"],
                        inner,
                        inner,
                        (sign, left, right) => (Node)new Node.Pair(sign, left, right)
                    )
                )
        );

    [Fact]
    public void A_formula_has_the_value_of_its_expression_tree() =>
        Tree.Sample(tree =>
        {
            var formula = Formula.Parse(Text(tree, 0));
            double[] values =
            [
                .. formula.Variables.Select(name =>
                    Values[Array.FindIndex(Names, own => Formula.NormalizeName(own) == name)]
                ),
            ];
            Assert.Equal(Value(tree), formula.Evaluate(values));
        });

    [Fact]
    public void Any_text_is_a_formula_or_an_error_with_a_column_in_it() =>
        Gen.OneOf(Gen.String, Gen.String["impact+-*/×÷−·()_1.9 \t"])
            .Sample(text =>
            {
                var isFormula = Formula.TryParse(text, out var formula, out var error);
                Assert.Equal(isFormula, formula is not null);
                if (!isFormula)
                {
                    Assert.InRange(error!.Column, 1, text.Length + 1);
                }
            });

    private static double Value(Node node) =>
        node switch
        {
            Node.Number number => number.Value,
            Node.Name name => Values[name.Index],
            Node.Minus minus => -Value(minus.Inner),
            Node.Pair { Sign: '+' } pair => Value(pair.Left) + Value(pair.Right),
            Node.Pair { Sign: '-' } pair => Value(pair.Left) - Value(pair.Right),
            Node.Pair { Sign: '*' } pair => Value(pair.Left) * Value(pair.Right),
            Node.Pair pair => Value(pair.Left) / Value(pair.Right),
            _ => throw new InvalidOperationException(),
        };

    /// <summary>Writes a tree with only the parentheses that it needs.</summary>
    /// <param name="outer">The precedence of the operator around it: 0 none, 1 sum, 2 product, 3 minus.</param>
    private static string Text(Node node, int outer)
    {
        var (text, strength) = node switch
        {
            Node.Number number => ($"{number.Value}", 4),
            Node.Name name => (Names[name.Index], 4),
            Node.Minus minus => ($"-{Text(minus.Inner, 3)}", 3),
            Node.Pair { Sign: '+' or '-' } sum => ($"{Text(sum.Left, 1)} {sum.Sign} {Text(sum.Right, 2)}", 1),
            Node.Pair product => ($"{Text(product.Left, 2)}{product.Sign}{Text(product.Right, 3)}", 2),
            _ => throw new InvalidOperationException(),
        };
        return strength < outer ? $"({text})" : text;
    }
}
