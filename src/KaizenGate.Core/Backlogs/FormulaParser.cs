using System.Globalization;

namespace KaizenGate.Core.Backlogs;

/// <summary>Converts an expression to postfix order with an explicit stack of operators (Dijkstra's shunting yard algorithm), so that
/// nested parentheses cannot exhaust the call stack.</summary>
internal ref struct FormulaParser
{
    private readonly string text;
    private readonly List<string> variables = [];
    private readonly List<FormulaStep> steps = [];
    private readonly Stack<Pending> pending = new();
    private int position;
    private FormulaError? error;

    private FormulaParser(string text) => this.text = text;

    private enum Precedence
    {
        Open,
        Sum,
        Product,
        Minus,
    }

    private readonly record struct Pending(Precedence Precedence, FormulaStepKind Kind, int Column);

    public static (Formula? Formula, FormulaError? Error) Parse(string text)
    {
        if (text.Length > Formula.MaxLength)
        {
            return (
                null,
                new($"it has {text.Length} characters; at most {Formula.MaxLength} are accepted", Formula.MaxLength + 1)
            );
        }

        var parser = new FormulaParser(text);
        parser.ReadAll();
        return parser.error is { } error
            ? (null, error)
            : (new Formula(text, [.. parser.variables], [.. parser.steps]), null);
    }

    private void ReadAll()
    {
        var wantsValue = true;
        for (SkipSpaces(); position < text.Length && error is null; SkipSpaces())
        {
            wantsValue = wantsValue ? ReadValue() : ReadOperator();
        }

        if (error is not null)
        {
            return;
        }

        if (wantsValue)
        {
            Fail(text.AsSpan().IsWhiteSpace() ? "it is empty" : "it ends where a number, a name or ( is expected");
        }
        else
        {
            EmitPending(Precedence.Sum);
            if (pending.TryPop(out var open))
            {
                error = new("this ( is never closed", open.Column);
            }
        }
    }

    /// <summary>Reads where a value is expected. Returns whether a value is expected next.</summary>
    private bool ReadValue()
    {
        var character = text[position];
        if (character == '(')
        {
            pending.Push(new(Precedence.Open, default, ++position));
            return true;
        }

        if (character is '-' or '−')
        {
            pending.Push(new(Precedence.Minus, FormulaStepKind.Negate, ++position));
            return true;
        }

        if (char.IsAsciiDigit(character) || character == '.')
        {
            ReadNumber();
        }
        else if (char.IsLetter(character) || character == '_')
        {
            ReadName();
        }
        else
        {
            Fail($"expected a number, a name or ( instead of {Display(position)}");
        }

        return false;
    }

    /// <summary>Reads where an operator is expected. Returns whether a value is expected next.</summary>
    private bool ReadOperator()
    {
        if (text[position] == ')')
        {
            EmitPending(Precedence.Sum);
            if (!pending.TryPop(out _))
            {
                Fail("this ) was never opened");
            }

            position++;
            return false;
        }

        var (precedence, kind) = text[position] switch
        {
            '+' => (Precedence.Sum, FormulaStepKind.Add),
            '-' or '−' => (Precedence.Sum, FormulaStepKind.Subtract),
            '*' or '×' or '·' => (Precedence.Product, FormulaStepKind.Multiply),
            '/' or '÷' => (Precedence.Product, FormulaStepKind.Divide),
            _ => (Precedence.Open, default),
        };
        if (precedence == Precedence.Open)
        {
            Fail($"expected one of + - * / ) instead of {Display(position)}");
        }

        EmitPending(precedence);
        pending.Push(new(precedence, kind, ++position));
        return true;
    }

    /// <summary>Emits the pending operators with at least the given precedence, back to the last open parenthesis.</summary>
    private readonly void EmitPending(Precedence minimum)
    {
        while (pending.TryPeek(out var top) && top.Precedence >= minimum)
        {
            steps.Add(new(pending.Pop().Kind));
        }
    }

    private void ReadNumber()
    {
        var start = position;
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || text[position] == '.'))
        {
            position++;
        }

        var digits = text.AsSpan(start, position - start);
        if (
            !double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number)
        )
        {
            error = new($"{digits} is not a number", start + 1);
        }

        steps.Add(new(FormulaStepKind.Number, number));
    }

    private void ReadName()
    {
        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] == '_'))
        {
            position++;
        }

        var name = Formula.NormalizeName(text[start..position]);
        if (name.Length == 0)
        {
            error = new("a name needs a letter", start + 1);
        }

        var index = variables.IndexOf(name);
        if (index < 0)
        {
            index = variables.Count;
            variables.Add(name);
        }

        steps.Add(new(FormulaStepKind.Variable, Variable: index));
    }

    private void SkipSpaces()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }

    private void Fail(string message) => error ??= new(message, position + 1);

    private readonly string Display(int at) =>
        char.IsControl(text[at])
        || char.IsSurrogate(text[at])
        || char.GetUnicodeCategory(text[at]) == UnicodeCategory.Format
            ? $"U+{(int)text[at]:X4}"
            : text[at].ToString();
}

internal enum FormulaStepKind
{
    Number,
    Variable,
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// <summary>A step of a formula in postfix order: pops its operands from a stack and pushes its result.</summary>
internal readonly record struct FormulaStep(FormulaStepKind Kind, double Number = 0, int Variable = -1);
