"""Logistic regression in numpy, so that neither the product nor its evals need a learning library."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


class Fitted(NamedTuple):
    """Weights of standardised features."""

    mean: Floats
    scale: Floats
    weights: Floats
    intercept: float

    def predict(self, rows: Floats) -> Floats:
        """Probabilities, shape (n,)."""
        import numpy as np

        result: Floats = 1 / (1 + np.exp(-((rows - self.mean) / self.scale @ self.weights + self.intercept)))
        return result


def fit(rows: Floats, labels: Floats, penalty: float = 30.0, steps: int = 30) -> Fitted:
    """Maximum likelihood with an L2 penalty on the weights of standardised features, not on the intercept, by Newton's method.

    Args:
        rows: features, shape (n, k).
        labels: 0 or 1, shape (n,).
        penalty: lambda in lambda/2 * |w|^2.
        steps: Newton steps.
    """
    import numpy as np

    mean, scale = rows.mean(axis=0), rows.std(axis=0)
    scale = np.where(scale > 1e-9, scale, 1.0)
    design = np.column_stack([(rows - mean) / scale, np.ones(len(rows))])
    ridge = np.diag([penalty] * rows.shape[1] + [1e-9])
    weights = np.zeros(design.shape[1])
    for _ in range(steps):
        probability = 1 / (1 + np.exp(-design @ weights))
        gradient = design.T @ (probability - labels) + ridge @ weights
        hessian = (design * (probability * (1 - probability))[:, None]).T @ design + ridge
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return Fitted(mean, scale, weights[:-1], float(weights[-1]))


def roc_auc(labels: Floats, scores: Floats) -> float:
    """Chance that a supported claim scores above an unsupported one, ties counting half (Mann-Whitney)."""
    import numpy as np

    positive, negative = scores[labels == 1], scores[labels == 0]
    above = (positive[:, None] > negative[None, :]).sum() + 0.5 * (positive[:, None] == negative[None, :]).sum()
    return float(above / (len(positive) * len(negative))) if len(positive) and len(negative) else float(np.nan)


def balanced_accuracy(labels: Floats, chosen: Floats) -> float:
    """Mean of the shares of supported and of unsupported claims that are told rightly."""
    return float((chosen[labels == 1].mean() + (1 - chosen[labels == 0]).mean()) / 2)


def best_threshold(labels: Floats, scores: Floats) -> float:
    """The score at which balanced accuracy is highest."""
    import numpy as np

    candidates = np.quantile(scores, np.linspace(0.02, 0.98, 97))
    return float(max(candidates, key=lambda threshold: balanced_accuracy(labels, (scores >= threshold).astype(float))))
