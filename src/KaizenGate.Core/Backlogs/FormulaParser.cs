using System.Globalization;

namespace KaizenGate.Core.Backlogs;

/// <summary>Puts an expression into postfix order with a stack of waiting signs (Dijkstra's shunting yard), so that no
/// depth of brackets can exhaust the call stack.</summary>
internal ref struct FormulaParser
{
    private readonly string text;
    private readonly List<string> variables = [];
    private readonly List<FormulaStep> steps = [];
    private readonly Stack<Waiting> waiting = new();
    private int position;
    private FormulaError? error;

    private FormulaParser(string text) => this.text = text;

    private enum Sign
    {
        Open,
        Sum,
        Product,
        Minus,
    }

    private readonly record struct Waiting(Sign Sign, FormulaStepKind Kind, int Column);

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
        for (SkipBlanks(); position < text.Length && error is null; SkipBlanks())
        {
            wantsValue = wantsValue ? ReadValue() : ReadSign();
        }

        if (error is not null)
        {
            return;
        }

        if (wantsValue)
        {
            Fail(text.AsSpan().IsWhiteSpace() ? "it is empty" : "it ends where a number, a name or ( should follow");
        }
        else
        {
            Settle(Sign.Sum);
            if (waiting.TryPop(out var open))
            {
                error = new("this ( is never closed", open.Column);
            }
        }
    }

    /// <summary>Reads where a value must stand. Returns whether one must still follow.</summary>
    private bool ReadValue()
    {
        var sign = text[position];
        if (sign == '(')
        {
            waiting.Push(new(Sign.Open, default, ++position));
            return true;
        }

        if (sign is '-' or '−')
        {
            waiting.Push(new(Sign.Minus, FormulaStepKind.Negate, ++position));
            return true;
        }

        if (char.IsAsciiDigit(sign) || sign == '.')
        {
            ReadNumber();
        }
        else if (char.IsLetter(sign) || sign == '_')
        {
            ReadName();
        }
        else
        {
            Fail($"expected a number, a name or ( instead of {Shown(position)}");
        }

        return false;
    }

    /// <summary>Reads what must follow a value. Returns whether a value must follow that.</summary>
    private bool ReadSign()
    {
        if (text[position] == ')')
        {
            Settle(Sign.Sum);
            if (!waiting.TryPop(out _))
            {
                Fail("this ) was never opened");
            }

            position++;
            return false;
        }

        var (sign, kind) = text[position] switch
        {
            '+' => (Sign.Sum, FormulaStepKind.Add),
            '-' or '−' => (Sign.Sum, FormulaStepKind.Subtract),
            '*' or '×' or '·' => (Sign.Product, FormulaStepKind.Multiply),
            '/' or '÷' => (Sign.Product, FormulaStepKind.Divide),
            _ => (Sign.Open, default),
        };
        if (sign == Sign.Open)
        {
            Fail($"expected one of + - * / ) instead of {Shown(position)}");
        }

        Settle(sign);
        waiting.Push(new(sign, kind, ++position));
        return true;
    }

    /// <summary>Carries out the waiting signs that bind at least as strongly as the given one, back to the last bracket.</summary>
    private readonly void Settle(Sign least)
    {
        while (waiting.TryPeek(out var top) && top.Sign >= least)
        {
            steps.Add(new(waiting.Pop().Kind));
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

        var name = Formula.NormalizeName(text.AsSpan(start, position - start));
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

    private void SkipBlanks()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }

    private void Fail(string message) => error ??= new(message, position + 1);

    private readonly string Shown(int at) =>
        char.IsControl(text[at])
        || char.IsSurrogate(text[at])
        || char.GetUnicodeCategory(text[at]) == UnicodeCategory.Format
            ? $"U+{(int)text[at]:X4}"
            : text[at].ToString();
}
